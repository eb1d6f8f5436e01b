"""First passwords: four words of pinyin syllables, easy to read aloud and to type, hard to guess."""

import secrets

# Syllables that few dialects confuse: no n beside l, no z beside zh.
_SYLLABLES = (
    "ba bao bei bian chang chun da dao deng dong fan fang feng gao guan guo hai he hong hua jia jiang jing ju"
    " kai kang ke kuan mai man mei ming mu pan peng ping pu qiao qing qiu quan ran ren rong shan shi shu"
    " shui song tai tan tao tian ting tong wan wei wen wu xia xiang xin xue ya yan yang yi yong yu yue yun"
).split()
_N_WORDS = 4
_SYLLABLES_A_WORD = 2


def first_password() -> str:
    """
    A new one: `qiaoyun-taomei-shanhe-guanyu`, at least 19 characters, 49 bits. R-ORG-09.

    Told once to whoever opened the account; only its hash is kept.
    """
    words = ("".join(secrets.choice(_SYLLABLES) for _ in range(_SYLLABLES_A_WORD)) for _ in range(_N_WORDS))
    return "-".join(words)
