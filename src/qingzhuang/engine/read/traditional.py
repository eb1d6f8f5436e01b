"""Traditional characters that occur in labels, read as the simplified ones the catalogue is written in."""

# Each has one reading in labels (简化字总表, 1986); characters with two, such as 乾, are left alone.
_PAIRS = (
    "號号 證证 戶户 聯联 繫系 電电 話话 備备 註注 務务 單单 業业 職职 稱称 歷历 學学 齡龄 狀状 況况 種种"
    " 類类 別别 級级 額额 補补 貼贴 資资 銀银 帳账 賬账 開开 現现 詳详 細细 區区 縣县 鄉乡 鎮镇 組组 莊庄"
    " 屬属 黨党 團团 員员 時时 間间 領领 發发 標标 準准 積积 畝亩 農农 產产 權权 樓楼 棟栋 層层 結结 構构"
    " 險险 殘残 養养 護护 監监 關关 係系 與与 親亲 媽妈 爺爷 孫孙 兒儿 獨独 廠厂 營营 執执 統统 會会 記记"
    " 錄录 審审 處处 見见 簽签 蓋盖 報报 寫写 復复 調调 訪访 問问 題题 決决 議议 應应 實实 參参 勞劳 動动"
    " 術术 專专 畢毕 師师 醫医 療疗 衛卫 節节 貧贫 脫脱 測测 圍围 糧粮 樹树 塊块 圖图 總总 計计 數数 內内"
    " 無无 歲岁 長长 優优 撫抚 傷伤 軍军 隊队 陽阳 陰阴 選选 擇择 條条 項项 經经 濟济 來来 飲饮 廁厕 臨临"
    " 費费 繳缴 檔档 續续 轉转 遷迁 離离 喪丧 國国 際际 華华 僑侨 臺台 灣湾 辦办 碼码 編编 頁页 張张 筆笔"
    " 幣币 萬万 億亿 幾几 個个 們们 從从 後后 東东 車车 書书 機机 責责 負负 輔辅 導导"
)
_SIMPLE = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})


def simplified(text: str) -> str:
    """
    The text with the traditional characters of labels written simply; all others stay.

    >>> simplified("戶籍地址"), simplified("聯繫電話")
    ('户籍地址', '联系电话')
    """
    return text.translate(_SIMPLE)
