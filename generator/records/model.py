"""The common ground of all records: immutable, and closed to keys that nobody declared."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

RecordId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,64}$")]
SourceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{1,64}$")]
PlainText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]


class Record(BaseModel):
    """An immutable piece of a record; an unknown key is an error, since it is most often a slip of the pen."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def __getstate__(self) -> dict[Any, Any]:
        # Half of pydantic's own state says of each part that it has neither unknown keys nor private attributes.
        return self.__dict__

    def __setstate__(self, state: dict[Any, Any]) -> None:
        set_attribute = object.__setattr__
        set_attribute(self, "__dict__", state)
        set_attribute(self, "__pydantic_fields_set__", set(state))
        set_attribute(self, "__pydantic_extra__", None)
        set_attribute(self, "__pydantic_private__", None)


def bad_value(zh: str, en: str) -> PydanticCustomError:
    """An error for a validator to raise that says in both languages what was expected."""
    return PydanticCustomError("bad_value", "{en}", {"zh": zh, "en": en})
