"""What is said when a signed admission token, or the key that signs it, is not as it must be."""

from qingzhuang.engine.problems.core import Code


class TokensCode(Code):
    """Problems of signed tokens. Nothing of the token is repeated: it came from outside."""

    TOO_LONG = "凭证太长，不是我们签的；请向发文的单位要原来的凭证。"
    SHAPE = "凭证不完整，或者抄漏了字；请向发文的单位要原来的凭证。"
    HEADER = "凭证的写法不是我们用的，不收；请向发文的单位要原来的凭证。"
    UNKNOWN_KEY = "凭证不是用这里认得的钥匙签的，不收；请先取最新的公钥，再查一次。"
    SIGNATURE = "凭证的签名对不上，内容被改过，不收；请打开公开查验页核对编号。"
    CLAIMS = "凭证里的内容不全或写法不对，不收；请打开公开查验页核对编号。"
    VERSION = "凭证是新版本的，这里还不认得；请先升级再查。"
    FUTURE = "凭证写的签发时间还没到，不收；请核对这台机器的时间。"
    NOT_YET = "{number}还没到开始的日子，现在不作数；到那天再办。"
    EXPIRED = "{number}已经到期，不作数；要接着办，请发文的单位去续。"
    OUT_OF_SCOPE = "{number}没有发给这个地方，在这里不作数；请核对区划。"
    TOO_MUCH = "栏目太多，一张凭证写不下；请把表拆开，分几个号来申请。"
    KEY_FILE = (
        "签名钥匙的文件 {file} 读不出来；请用备份里的换回来。不要删掉重做，不然发出去的凭证就都认不得了。"
    )
