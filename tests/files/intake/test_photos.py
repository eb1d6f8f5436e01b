"""Photos lose everything but their pixels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.files.intake.photographed import CODES, PLACE, SCAN, TABLE, frame, jpeg, png

from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.checking import CheckingCode
from qingzhuang.files.intake.photos import MOST_BYTES, cleaned, media_type


@pytest.mark.parametrize("photo", [jpeg(), png()])
def test_nothing_beside_the_picture_comes_through(photo: bytes) -> None:
    """R-CHE-11: EXIF, texts, times, profiles, thumbnails, comments and the tail of the file go."""
    assert PLACE in photo

    assert PLACE not in cleaned(photo)
    assert b"GPS" not in cleaned(photo)


def test_what_makes_the_picture_stays_as_it_is() -> None:
    """R-CHE-11: tables, frame and scan are byte for byte those of the photo."""
    bare = cleaned(jpeg())

    assert b"".join((TABLE, frame(), CODES, SCAN, b"\xff\xd9")) in bare
    assert bare.startswith(b"\xff\xd8\xff\xee\x00\x0eAdobe")
    assert cleaned(png()) == png(tail=b"").replace(_beside(), b"")


def _beside() -> bytes:
    whole = png(tail=b"")
    return whole[whole.index(b"tEXt") - 4 : whole.index(b"IDAT") - 4]


@pytest.mark.parametrize("photo", [jpeg(), png()])
def test_cleaning_twice_is_cleaning_once(photo: bytes) -> None:
    """R-CHE-11: there is nothing left to take away."""
    assert cleaned(cleaned(photo)) == cleaned(photo)


@pytest.mark.parametrize(("photo", "kind"), [(jpeg(), "image/jpeg"), (png(), "image/png")])
def test_a_photo_is_served_as_what_it_is(photo: bytes, kind: str) -> None:
    """The media type is read off the picture, not off a name."""
    assert media_type(cleaned(photo)) == kind


@pytest.mark.parametrize(
    ("photo", "code"),
    [
        (b"", CheckingCode.NOT_PHOTO),
        (b"GIF89a", CheckingCode.NOT_PHOTO),
        (b"RIFF\x00\x00\x00\x00WEBP", CheckingCode.NOT_PHOTO),
        (jpeg()[:60], CheckingCode.BROKEN_PHOTO),
        (jpeg(tail=b"")[:-2], CheckingCode.BROKEN_PHOTO),
        (png(tail=b"")[:-4], CheckingCode.BROKEN_PHOTO),
        (png().replace(b"\x00\x00\x00\x02\x00\x00\x00\x01", b"\x00\x00\x00\x03\x00\x00\x00\x01"),
         CheckingCode.BROKEN_PHOTO),
        (jpeg(size=frame(10_000, 5_001)), CheckingCode.LARGE_PHOTO),
        (png(width=50_000_001), CheckingCode.LARGE_PHOTO),
        (jpeg(size=frame(0, 9)), CheckingCode.BROKEN_PHOTO),
        (jpeg(size=frame(kind=0xC3)), CheckingCode.BROKEN_PHOTO),
        (jpeg() + bytes(MOST_BYTES), CheckingCode.BIG_PHOTO),
    ],
)  # fmt: skip
def test_what_is_no_whole_photo_is_refused(photo: bytes, code: CheckingCode) -> None:
    """R-CHE-11: other kinds, halves, forged sizes and giants each get their own sentence."""
    with pytest.raises(RefusedError) as refusal:
        cleaned(photo)

    assert refusal.value.problem.code is code


@given(st.sampled_from([jpeg(), png()]), st.data())
def test_a_damaged_photo_is_cleaned_or_refused(photo: bytes, data: st.DataObject) -> None:
    """R-CHE-11: whatever bytes come, there is a picture or a sentence, never a crash."""
    at = data.draw(st.integers(0, len(photo) - 1))
    damaged = photo[:at] + data.draw(st.binary(max_size=4)) + photo[at + data.draw(st.integers(0, 4)) :]

    try:
        assert cleaned(damaged)
    except RefusedError as refusal:
        assert refusal.problem.sentence
