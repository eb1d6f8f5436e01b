"""How big a file may be. Sources: the hostile-file measurements behind decision 0004."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024
LAST_ROW = 1_048_576  # of Excel
LAST_COLUMN = 16_384  # of Excel, XFD
MAX_TEXT = 32_767  # characters in one cell, of Excel
MAX_MERGED_CELLS = 500_000  # covered by all merges of one sheet
MAX_STRINGS = 8_000_000
MEMORY = 512 * MEGABYTE  # address space of the child that parses


@dataclass(frozen=True, slots=True)
class Limits:
    """
    Limits of one way to read. file_bytes: as handed in; inflated_bytes: all parts of the package together;
    ratio: inflated to packed, of one part; cpu_seconds: of the child process.
    """

    file_bytes: int
    inflated_bytes: int
    ratio: int
    parts: int
    cells: int
    rows: int
    columns: int
    merges: int
    cpu_seconds: int


TEMPLATE = Limits(
    file_bytes=20 * MEGABYTE,
    inflated_bytes=200 * MEGABYTE,
    ratio=200,
    parts=2_000,
    cells=200_000,
    rows=200_000,
    columns=500,
    merges=5_000,
    cpu_seconds=10,
)

# A million rows of 15 columns are 60 to 80 MB packed and about 1 GB of XML, streamed and never held whole.
ROSTER = Limits(
    file_bytes=100 * MEGABYTE,
    inflated_bytes=2_000 * MEGABYTE,
    ratio=200,
    parts=2_000,
    cells=30_000_000,
    rows=1_001_000,  # a million people, and titles, headers, sums and notes around them
    columns=500,
    merges=50_000,
    cpu_seconds=240,
)
