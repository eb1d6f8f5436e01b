"""
样例：离线查一张准入凭证。装了 cryptography、存好公钥文件就能用，可以整段抄走。

    python verify_token.py 公钥.json 凭证 [12 位区划代码]

公钥.json 是平台公开的公钥（JWK 集）。作数，退出码是 0；不作数是 1。
"""

import base64
import json
import sys
import time
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def plain(part: str) -> bytes:
    """Base64url 解开；换一种写法的同一串字节不收。"""
    content = base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    if base64.urlsafe_b64encode(content).rstrip(b"=").decode() != part:
        raise ValueError
    return content


def why_not(token: str, jwks: dict[str, list[dict[str, str]]], region: str) -> tuple[str, dict[str, str]]:
    """为什么不作数（作数是空的），和凭证里的内容。"""
    try:
        head, body, signature = token[:24576].split(".")
        header = json.loads(plain(head)) if len(head) < 257 else {}
        keys = {jwk["kid"]: plain(jwk["x"]) for jwk in jwks["keys"]}
        # 只收这一种写法：alg=none、别的算法、crit 等一律不收。
        if (
            header != {"alg": "EdDSA", "kid": header.get("kid"), "typ": "admission+jwt"}
            or header["kid"] not in keys
        ):
            return "不是用这里认得的钥匙签的，请先取最新的公钥", {}
        key = Ed25519PublicKey.from_public_bytes(keys[header["kid"]])
        key.verify(plain(signature), f"{head}.{body}".encode())
        said, now = json.loads(plain(body)), time.time()
        early, late = now < said["nbf"] or now + 60 < said["iat"], now >= said["exp"]
        elsewhere = bool(region) and not region.startswith(tuple(said["scope"]))
        newer = said["ver"] != 1
    except (InvalidSignature, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return "签名对不上，或者内容不完整", {}
    reasons = {
        "凭证是新版本的": newer,
        "还没到开始的日子": early,
        "已经到期": late,
        "不管这个地方": elsewhere,
    }
    return "，".join(reason for reason, holds in reasons.items() if holds), said


if __name__ == "__main__":
    why, said = why_not(sys.argv[2], json.loads(Path(sys.argv[1]).read_text("utf-8")), "".join(sys.argv[3:]))
    print(f"不作数：{why}。" if why else f"作数：{said['sub']} {said['title']}（{said['office']}）。")
    if not why:
        print(f"离线看不出后来撤回没有；要确认，请打开 {said['iss']} 查“{said['sub']}”。")
    sys.exit(bool(why))
