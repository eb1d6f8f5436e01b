"""The duties of an invented county, as its lists had them in 2025 and have them in 2026. All invented."""

from dataclasses import dataclass

# One area a block: name | department | 文号, then its items. The first letter says what became of an item:
# D duty in both years, S help in both, d duty → help, X duty → not ours, x help → not ours, g help → gone,
# + new duty, n not ours in both. `old>new`: reworded. `=`: the support that comes with it in 2026.
_AREAS = """
党的建设|县委组织部|青组发〔2026〕4号
D党员日常教育和管理;D三会一课和主题党日;D发展党员的培养考察;D党务公开
S流动党员联系服务=组织部建册，村里只核对;d党群服务场所开放和维护=每年补 2 万元;X党建工作月月报总结
X学习笔记手抄本检查;x党建类公众号关注推广;g党员积分月度公示材料;g组织生活影像资料整理
n代上级写党建经验材料
村民自治|县民政局|青民发〔2026〕7号
D村民会议和村民代表会议召集;D村务公开>村务公开和财务公开;D村规民约修订和执行;D村集体资金资产资源管理
D村印章使用管理;+村级议事协商;S村级换届选举组织=选举经费县里出
X没有依据的证明出具>没有依据的各类证明出具;X各类挂牌上墙资料制作;x商户营业情况证明开具
x个人收入情况证明开具;g村民代表履职台账;n工作群打卡接龙
民政救助|县民政局|青民发〔2026〕11号
D低保户和特困户情况反映>低保、特困对象情况反映;D独居和留守老人走访;D困境儿童和留守儿童走访
S低保申请入户调查=经办员同去，一户一次;S临时救助申请代办
S高龄津贴年审=民政局先比对，村里只核没对上的;S残疾人两项补贴申请代办=残联提供名单
d殡葬改革宣传和劝导=宣传品由民政局发;X低保家庭经济状况核对;x残疾人证办理鉴定;x养老机构安全检查
g尊老金纸质登记;g慈善募捐任务分摊;n社会组织年检
社会保障|县人社局|青人社发〔2026〕9号
S城乡居民养老保险参保宣传=人社局派人驻点;S养老待遇领取资格提醒=系统比对后只提醒没认证的
S城乡居民医保缴费提醒=税务局发名单;d公益性岗位日常管理=岗位补贴按月直接发;X养老保险参保率考核任务
X医保缴费代收现金;x劳动保障监察巡查;x拖欠工资案件调处;g参保进度日报;n企业用工备案检查
农业农村|县农业农村局|青农发〔2026〕15号
D农村土地承包合同管理;D防返贫动态监测线索上报>防返贫监测线索上报;D集体经济项目管护;+耕地种粮情况看护
S耕地地力补贴面积核实=农业局出底图，村里只认地块;S农机和良种补贴申请代办
S动物防疫秋春两季组织=防疫员到村，药械县里配;S宅基地申请初审=所里派人一起看地
d农村厕所管护=坏了报修，部门修;X农药经营店执法检查;x病死畜禽无害化处理监管;x种子市场检查
x渔业执法巡查;g农情旬报;g撂荒地整治日报;n农产品抽样检测
自然资源和林业|县自然资源局|青自然资发〔2026〕6号
D乱占耕地劝阻和报告;+地质灾害隐患点提醒;S征地公告张贴=公告由县里印好送来
S土地征收群众工作=征收办牵头，村里带路;S护林员日常联系=护林补助直接到人
d森林防火宣传和野外用火劝阻=高火险期每天补 60 元;X违法建筑强制拆除;X占用林地立案查处;x矿山开采监管
x测绘标志保护检查;g土地卫片图斑举证拍照;g林长巡林照片上传;n盗伐林木案件调查
住房和建设|县住建局|青住建发〔2026〕3号
D自建房安全隐患报告;S危房改造申请代办=住建局请人鉴定;S农村建房安全巡看=每季一次，技术员同去
X危房安全等级鉴定;X房屋结构安全排查签字;x燃气安全入户检测;x建筑工地扬尘检查;g自建房排查双周报
n农村公路桥梁检测
应急和消防|县应急局|青应急发〔2026〕5号
D防汛防旱值守和转移群众;D突发险情先期报告;D消防安全宣传>消防安全和用电安全宣传
S灾情初步统计=应急局派人核灾;d微型消防站日常管理=每年补 5000 元;X企业安全生产检查;X烟花爆竹经营执法
x危险化学品排查;x九小场所执法处罚;g安全隐患零报告;n加油站安全监管
平安建设|县委政法委|青政法发〔2026〕8号
D矛盾纠纷排查和调解;D村民法治宣传;D邻里守望和夜间巡看;S反诈宣传=反诈中心提供材料
S社区矫正对象走访协助=司法所牵头;X流动人口信息采集率考核;X反诈应用安装任务;x精神障碍患者管控
x交通违法劝导站执法;g平安建设满意度动员;g网格事件每日上报;n刑事案件取证
生态环境|县生态环境局|青环发〔2026〕10号
D村庄保洁和垃圾收集;D河塘沟渠漂浮物清理;S秸秆禁烧劝导=禁烧期每村补 3000 元;S垃圾分类宣传
X排污企业检查取证;X大气污染防治点位拍照;x餐饮油烟执法;x畜禽养殖污染处罚;g垃圾分类台账
n入河排污口监测
水利和饮水|县水利局|青水发〔2026〕2号
D小型水库和山塘看护;D农村饮水管护和水费公示;D水渠清淤组织;S河长巡河=每月两次，不要求轨迹
X水质检测取样;x河道采砂执法;g巡河时长统计;n大坝安全鉴定
卫生和健康|县卫健委|青卫发〔2026〕12号
D爱国卫生活动;D计划生育奖扶对象情况反映;S老人体检组织=卫生院派车来村
S传染病流行期协助=防护用品县里配;X医疗机构依法执业检查;x食品摊贩健康证检查;g家庭医生签约率动员
g育龄妇女信息月报;n疫苗接种率任务
教育文体|县教体局|青教体发〔2026〕1号
D农家书屋和文化活动室开放;D乡风文明宣传;S控辍保学劝返=学校先上门;S学生资助申请代办;X校外培训机构检查
x网吧和娱乐场所检查;g文明实践活动照片报送;n校车安全检查
国防和退役军人|县退役军人局|青退役发〔2026〕6号
D兵役登记和征兵宣传;D烈军属走访慰问;S退役军人信息采集=服务站上门办卡;x民兵训练考核
g退役军人服务站台账上墙;n信访积案包保化解
"""
SUPPORTS_OF_2025 = "县里没有明确"  # what the old list said of nearly every line


@dataclass(frozen=True, slots=True)
class ExampleDuty:
    """
    A line of the example's lists. old, new: its name in 2025 and in 2026, "" where it was on none.

    old_list, new_list: `duty`, `support`, `not_ours` or "".
    """

    area: str
    department: str
    basis: str
    old: str
    new: str
    old_list: str
    new_list: str
    support: str = ""


_FATES = {
    "D": ("duty", "duty"),
    "S": ("support", "support"),
    "d": ("duty", "support"),
    "X": ("duty", "not_ours"),
    "x": ("support", "not_ours"),
    "g": ("support", ""),
    "+": ("", "duty"),
    "n": ("not_ours", "not_ours"),
}


def example_duties() -> tuple[ExampleDuty, ...]:
    """Every line of both years, area by area."""
    found: list[ExampleDuty] = []
    area = department = basis = ""
    for line in _AREAS.strip().splitlines():
        if "|" in line:
            area, department, basis = line.split("|")
            continue
        for word in line.split(";"):
            named, _, support = word[1:].partition("=")
            old, _, new = named.partition(">")
            was, is_now = _FATES[word[0]]
            found.append(
                ExampleDuty(
                    area, department, basis, old if was else "", (new or old) if is_now else "",
                    was, is_now, support,
                )
            )  # fmt: skip
    return tuple(found)
