"""Who checked a record, and when (三审三校: three reviews and three proof-readings before publication)."""

from enum import StrEnum

from generator.records.dates import HistoricalDate
from generator.records.model import PlainText, Record


class ReviewStage(StrEnum):
    """The stages in their order."""

    FIRST_REVIEW = "first_review"
    SECOND_REVIEW = "second_review"
    FINAL_REVIEW = "final_review"
    FIRST_PROOF = "first_proof"
    SECOND_PROOF = "second_proof"
    FINAL_PROOF = "final_proof"


class ReviewStep(Record):
    """One check that was done. `by` is an office or a role; it is published with the record."""

    stage: ReviewStage
    by: PlainText
    date: HistoricalDate
