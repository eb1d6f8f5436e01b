"""What people do with rosters: import them, try them, take them back."""

from qingzhuang.actions.collect.importing import FileResult, Roster, import_files, try_files
from qingzhuang.actions.collect.undoing import undo
from qingzhuang.store.writers.register import STAGES

__all__ = ["STAGES", "FileResult", "Roster", "import_files", "try_files", "undo"]
