"""What is said where a village checks a notice, refuses it or hands it to the 减负办 without a name."""

from qingzhuang.engine.problems.core import Code


class CheckingCode(Code):
    """Problems of checking, refusing and reporting."""

    NOTHING = "还没有东西可查；把通知贴上来，或者选一张表，再点“查一查”。"
    NOTHING_TO_SEND = "这一件不用回绝，也不用报告；照上面说的办就行。"
    NOTHING_TO_REPORT = "还没有东西可交；请拍一张照片，或者把通知贴上来。"
    BIG_PHOTO = "照片超过 {most} MB，没有收；请裁小一点，或者截图再交。"
    LARGE_PHOTO = "照片超过 {most} 万像素，没有收；请用截图，或者拍小一点再交。"
    NOT_PHOTO = "只收 JPG 和 PNG 的照片；请用手机直接拍，或者截图再交。"
    BROKEN_PHOTO = "这张照片不完整，可能没有传完；请再拍一张。"
    NO_ANSWER = "答复是空的；请写一句，村里看得到。"
    ANSWERED = "这一件已经有人答过，没有改动；请刷新再看。"
