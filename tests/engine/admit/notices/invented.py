"""Notices as they come to a village, all invented, each with the answer it must get."""

from typing import NamedTuple

from qingzhuang.engine.admit.notices.answers import Verdict
from qingzhuang.engine.problems.notices import NoticesCode as Code
from qingzhuang.engine.problems.standing import StandingCode

YES, NO, VOID, MAYBE = Verdict.ADMITTED, Verdict.NOT_ADMITTED, Verdict.NOT_VALID, Verdict.UNSURE


class Drawn(NamedTuple):
    """A notice, the verdict and the reason it must get."""

    text: str
    verdict: Verdict
    reason: Code | StandingCode


WITH_NUMBER = (
    Drawn(
        "请各村填报《高龄津贴核定表》，准入〔2026〕31号，周五下班前报。\n青山县民政局\n11月20日",
        YES,
        Code.ADMITTED,
    ),
    Drawn("请各村填报四季度高龄津贴核定表（准入〔2026〕31号），11月28日前交。", YES, Code.ADMITTED),
    Drawn("【县民政局】《2026年四季度高龄津贴核定表》 准入编号：准入[2026]31号 请核对", YES, Code.ADMITTED),
    Drawn("准入编号2026-31。请把高龄津贴核定表填好发来，谢谢", YES, Code.ADMITTED),
    Drawn(
        "关于报送《高龄津贴核定表》的通知\n各村：请于月底前填好。准人〔2O26〕3l号\n青山县民政局",
        YES,
        Code.ADMITTED,
    ),
    Drawn("《高龄津帖核定表》准入（２０２６）３１号，请各村核对后交民政办", YES, Code.ADMITTED),
    Drawn("根据《政务数据共享条例》，请各村填《高龄津贴核定表》，准入〔2026〕31号", YES, Code.ADMITTED),
    Drawn("《高龄津贴核定表》（准入〔2026〕31号），包括姓名、身份证号码、年龄、电话", YES, Code.ADMITTED),
    Drawn("《冬季取暖用电排查表》准入〔2026〕44号，隐患处请拍照，县应急局", YES, Code.ADMITTED),
    Drawn("《高龄津贴核定表》《冬季取暖用电排查表》，准入〔2026〕31号、44号，请一起填", YES, Code.ADMITTED),
    Drawn("水库巡查记录台账每周更新一次，准入〔2026〕45号，县水利局", YES, Code.ADMITTED),
    Drawn("定于周三召开四季度重点工作调度会（准入〔2026〕19号），请村书记参加", YES, Code.ADMITTED),
    Drawn("青石镇转发：请填《高龄津贴核定表》准入〔2026〕31号\n青石镇人民政府", YES, Code.ADMITTED),
    Drawn("《自来水停供村民名单》准入〔2026〕22号，请今天报县水利局", YES, Code.ADMITTED),
    Drawn("《高龄津贴核定表》准入〔2026〕31号，不用拍照，不用打卡，不搞排名", YES, Code.ADMITTED),
    Drawn("请填ZHUNRU-2026-31《高龄津贴核定表》", YES, Code.ADMITTED),
    Drawn("《填表说明》和《高龄津贴核定表》见附件，准入〔2026〕31号", YES, Code.ADMITTED),
    # ended, or not for here
    Drawn("《秸秆禁烧排查表》准入〔2026〕12号，请今天报", VOID, StandingCode.EXPIRED),
    Drawn("《种粮补贴登记表》准入〔2026〕13号，请补齐", VOID, StandingCode.WITHDRAWN),
    Drawn("请提前填《春耕备耕进度表》准入〔2026〕14号", VOID, StandingCode.NOT_YET),
    Drawn("《沿河村防汛物资清单》准入〔2026〕15号", VOID, StandingCode.OUT_OF_SCOPE),
    Drawn("《农房安全隐患排查表》准入〔2026〕21号，继续报", VOID, StandingCode.EMERGENCY_LAPSED),
    Drawn(
        "《秸秆禁烧排查表》准入〔2026〕12号、《种粮补贴登记表》准入〔2026〕13号", VOID, StandingCode.EXPIRED
    ),
    # the number of another matter
    Drawn("请填《水库移民收入摸底表》，准入〔2026〕31号", VOID, Code.OTHER_MATTER),
    Drawn("请各村上报村医工资统计表，准入〔2026〕31号", VOID, Code.OTHER_MATTER),
    Drawn("《冬季取暖用电排查表》准入〔2026〕31号", VOID, Code.OTHER_MATTER),
    Drawn("[图片：准入〔2026〕31号公章] 请填《党员积分管理手册》", VOID, Code.OTHER_MATTER),
    Drawn("图一：准入〔2026〕44号样张。现要各村报《养老机构床位统计表》", VOID, Code.OTHER_MATTER),
    Drawn("《残疾人基本情况大排查统计表》（准入〔2026〕16号）请于明天报", VOID, Code.OTHER_MATTER),
    # more than admitted
    Drawn("《高龄津贴核定表》准入〔2026〕31号，每人拍照并在群里接龙", VOID, Code.BEYOND_FEATURES),
    Drawn("《高龄津贴核定表》准入〔2026〕31号，完成情况全镇排名", VOID, Code.BEYOND_FEATURES),
    Drawn("《冬季取暖用电排查表》准入〔2026〕44号，拍照并截图发群，到点打卡", VOID, Code.BEYOND_FEATURES),
    Drawn("《高龄津贴核定表》准入〔2026〕31号，请先建群", VOID, Code.BEYOND_FEATURES),
    Drawn(
        "《高龄津贴核定表》准入〔2026〕31号，填写姓名、身份证号、银行卡号、健康状况", VOID, Code.BEYOND_FIELDS
    ),
    Drawn("《高龄津贴核定表》准入〔2026〕31号，每天报一次", VOID, Code.OFTENER),
    Drawn("《水库巡查记录台账》准入〔2026〕45号，改为每日上报", VOID, Code.OFTENER),
    Drawn("《高龄津贴核定表》准入〔2026〕31号，另报《村医工资统计表》", VOID, Code.BEYOND_TITLES),
    # in doubt
    Drawn("准入〔2026〕31号，请各村按要求办理", MAYBE, Code.NO_TITLE),
    Drawn("《三季度高龄津贴核定汇总表》准入〔2026〕31号", MAYBE, Code.NEAR_ITS_TITLE),
    Drawn("《高龄津贴核定表》准入〔2026〕31号、《秸秆禁烧排查表》准入〔2026〕12号", MAYBE, Code.SOME_ENDED),
    Drawn("《高龄津贴核定表》准入〔2026〕31号、准入〔2026〕99号", MAYBE, Code.SOME_UNKNOWN),
    Drawn("请填高龄津贴核定表和村医工资统计表，准入〔2026〕31号", MAYBE, Code.ALSO_ASKS),
    Drawn("《高龄津贴核定表》准入〔2026〕31号\n青山县水利局", MAYBE, Code.OTHER_OFFICE),
    Drawn("请填《高龄津贴核定表》，准入〔2026〕37号", MAYBE, Code.SAME_BUT_UNKNOWN),
    Drawn("请参照《高龄津贴核定表》（准入〔2026〕31号）的样式，报本村养殖户情况", MAYBE, Code.NO_TITLE),
    Drawn("参照高龄津贴核定表（准入〔2026〕31号）样式，报养殖户情况", MAYBE, Code.NEAR_ITS_TITLE),
    Drawn("《高龄津贴核定表》准入〔2026〕31号，另外请把全村收入写个材料报来", MAYBE, Code.ALSO_ASKS),
    Drawn("《高龄津贴核定表》准入〔2026〕31号，同时报送村医工资", MAYBE, Code.ALSO_ASKS),
    Drawn("高龄津贴核定表附表，准入〔2026〕31号", MAYBE, Code.NEAR_ITS_TITLE),
    Drawn("请填残疾人高龄津贴核定表，准入〔2026〕31号", MAYBE, Code.NEAR_ITS_TITLE),
    Drawn("《高龄津贴核定表》填报培训会，准入〔2026〕31号，请书记参加", MAYBE, Code.ALSO_ASKS),
    Drawn("《高龄津贴核定表》准入〔2026〕31号，完成率低的村将被约谈", VOID, Code.BEYOND_FEATURES),
    Drawn("《高龄津贴核定表》准入〔2026〕31号已作废，现改填《高龄津贴摸底表》", VOID, Code.BEYOND_TITLES),
    Drawn("《城市低保对象核查表》准入〔2026〕16号", MAYBE, Code.NEAR_ITS_TITLE),
    Drawn("《三季度高龄补助发放表》《四季度高龄补助发放表》准入〔2026〕23号", MAYBE, Code.ALSO_ASKS),
    Drawn("请填高龄津贴核定表和村医工资情况，准入〔2026〕31号", MAYBE, Code.ALSO_ASKS),
    Drawn("《高龄津贴核定表》（准入〔2026〕31号）、外出务工人数一并报来", MAYBE, Code.ALSO_ASKS),
    Drawn("本月高龄津贴核定表开始填了，准入〔2026〕31号", YES, Code.ADMITTED),
    Drawn("高龄津贴核定表（准入〔2026〕31号）作废，不用交了", MAYBE, Code.ENDS),
    Drawn("《高龄津贴核定表》准入〔2026〕31号、准入〔2026〕44号", MAYBE, Code.NO_TITLE),
    Drawn("格式参照准入〔2026〕31号《高龄津贴核定表》，报养殖户情况", MAYBE, Code.NO_TITLE),
    Drawn("请填高龄津贴核定表，低保对象核查表也要，准入〔2026〕31号", MAYBE, Code.ALSO_ASKS),
    Drawn("《高龄津贴核定表》的补充表，准入〔2026〕31号", MAYBE, Code.ALSO_ASKS),
    # no such number
    Drawn("请填《村医工资统计表》，准入〔2026〕137号", NO, Code.UNKNOWN_NUMBER),
    Drawn("准入〔2027〕1号，请各村报送土地流转台账", NO, Code.UNKNOWN_NUMBER),
)

WITHOUT_NUMBER = (
    Drawn("请各村明天中午前报《村医工资统计表》", NO, Code.NO_NUMBER),
    Drawn("各村支书：请在群里接龙，报疫苗接种数", NO, Code.NO_NUMBER),
    Drawn("请各村新建乡贤台账，纸质电子各一套", NO, Code.NO_NUMBER),
    Drawn("请各村下载“青山云”App 并注册，月底通报下载率", NO, Code.NO_NUMBER),
    Drawn("青政办〔2026〕31号文件要求，请各村报会风会纪自查报告", NO, Code.NO_NUMBER),
    Drawn("县督查组下周来检查，请备好五年材料，电话0792-2026031", NO, Code.NO_NUMBER),
    Drawn("请各村制作宣传展板上墙，尺寸见附件", NO, Code.NO_NUMBER),
    Drawn("请填《村医工资统计表》，编号ZR-2026-001", NO, Code.ONLY_REFERENCE),
    Drawn("准入编号：ZR-2026-31，请报《高龄津贴核定表》", MAYBE, Code.ONLY_REFERENCE),
    Drawn("ZR-2026-031", NO, Code.ONLY_REFERENCE),
    Drawn("请各村开展森林防火宣传（ZR-2026-31）", MAYBE, Code.OUR_DUTY),
    Drawn("请填《村医工资统计表》，此件不用准入号", NO, Code.NEEDS_NONE),
    Drawn("特事特办，无需准入，请报外出务工人员摸底表", NO, Code.NEEDS_NONE),
    Drawn("本表不予准入〔2026〕31号，请继续填村医工资统计表", NO, Code.NEEDS_NONE),
    Drawn("请各村报《秸秆禁烧排查表》", NO, Code.SAME_TITLE_ENDED),
    Drawn("请报《种粮补贴登记表》，包括姓名、面积、账号", NO, Code.SAME_TITLE_ENDED),
    Drawn("请村干部陪同开展商户燃气安全执法检查并填表", NO, Code.NOT_OURS),
    Drawn("请报森林防火宣传情况统计表，每周一报", NO, Code.NO_NUMBER),
    Drawn("请报《高龄津贴核定表》", MAYBE, Code.SAME_TITLE),
    Drawn("各村：高龄津贴核定表这周内交", MAYBE, Code.SAME_TITLE),
    Drawn("此件不用准入号，请填《高龄津贴核定表》", MAYBE, Code.SAME_TITLE),
    Drawn("请报《低保对象和边缘家庭核查表》", MAYBE, Code.NEAR_TITLE),
    Drawn("请报《残疾人两项补贴复核登记表》", MAYBE, Code.NEAR_TITLE),
    Drawn("编号见图片，请各村照办", MAYBE, Code.IN_PICTURE),
    Drawn("[图片]", MAYBE, Code.IN_PICTURE),
    Drawn("", MAYBE, Code.NOTHING_READ),
    Drawn("……！！", MAYBE, Code.NOTHING_READ),
    Drawn("明天8点到18点停电检修，请大家周知", MAYBE, Code.NOTHING_ASKED),
    Drawn("祝大家节日快乐", MAYBE, Code.NOTHING_ASKED),
    Drawn("请各村开展森林防火宣传", MAYBE, Code.OUR_DUTY),
    Drawn("山洪红色预警，请马上转移河边群众", MAYBE, Code.RESCUE),
    Drawn("台风来了，先转移群众，再报《转移群众登记表》", MAYBE, Code.RESCUE),
    Drawn("高龄津贴核定表准入申请2026年31日前交", MAYBE, Code.SAME_TITLE),
)

ALL = WITH_NUMBER + WITHOUT_NUMBER
