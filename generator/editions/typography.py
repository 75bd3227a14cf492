"""The fonts of one language: subsets of exactly the characters that its pages show."""

from generator.editions.theme_assets import vendored
from generator.records.finding import Finding, Message, Severity
from generator.release.assets import AssetStore
from generator.release.font_demand import FontDemand
from generator.release.font_use import KAI, SONG, SONG_TRADITIONAL, FaceKey
from generator.release.fonts import release_fonts

_SIMPLIFIED = {
    FaceKey(SONG, 400): "fonts/NotoSerifSC-Regular",
    FaceKey(SONG, 600): "fonts/NotoSerifSC-SemiBold",
}
_TRADITIONAL = {
    FaceKey(SONG_TRADITIONAL, 400): "fonts/NotoSerifTC-Regular",
    FaceKey(SONG_TRADITIONAL, 600): "fonts/NotoSerifTC-SemiBold",
}
_KAI = {FaceKey(KAI, 400): "fonts/LXGWWenKai-Regular"}


def store_fonts(assets: AssetStore, language: str, demand: FontDemand) -> tuple[str, frozenset[str]]:
    """Store the fonts that pages demand; answers the path of the style sheet, and the characters that no font has."""
    faces = (
        {**_TRADITIONAL, **_SIMPLIFIED, **_KAI} if language == "zh-Hant" else {**_SIMPLIFIED, **_TRADITIONAL, **_KAI}
    )
    release = release_fonts({face: vendored(name) for face, name in faces.items()}, demand)
    for name, content in release.files.items():
        assets.add_plain(f"assets/{name}", content)
    # Always the same name: with a hash, a record that brings a new character would change every page.
    return assets.add_plain(f"assets/fonts-{language}.css", release.style), release.missing


def missing_character(character: str, file: str) -> Finding:
    """The finding for a character that would vanish without a trace, with the file in which it was met first."""
    return Finding(
        Severity.ERROR,
        "character-without-font",
        file,
        (),
        Message(
            f"没有字体收录“{character}”（U+{ord(character):04X}），读者会看不见它",
            f"no font has “{character}” (U+{ord(character):04X}); readers would not see it",
        ),
        Message("换一个字，或为站点添加收录它的字体", "use another character, or add a font that has it"),
    )
