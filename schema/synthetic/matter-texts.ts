import type { MatterCategory } from './matter.ts';
import type { Random } from './random.ts';

/** What a text may mention of a party; names and phones do slip into free text. */
export interface Mentioned {
  name: string;
  phone: string | null;
}

const subjects: Readonly<Record<MatterCategory, readonly string[]>> = {
  'neighbour-dispute': ['宅基地滴水引发争执', '噪音扰民', '围墙占道', '楼上漏水'],
  'family-dispute': ['赡养费分担有分歧', '离婚后子女抚养问题', '家庭财产分割', '夫妻争吵'],
  'labour-dispute': ['拖欠工资', '工伤赔偿未谈妥', '解除合同补偿', '加班费争议'],
  'property-management': ['物业费与停车位争议', '电梯维修迟缓', '公共收益未公示', '外墙脱落'],
  lending: ['民间借款逾期未还', '担保责任争议', '利息计算有分歧'],
  'traffic-accident': ['电动车与轿车相撞', '交通事故赔偿金额有分歧', '停车剐蹭'],
  'land-resources': ['山林权属界线不清', '土地流转租金未付', '征地补偿分配'],
  'comprehensive-support': ['家庭因病致困，需综合帮扶', '照护与就业困难交织', '残疾人家庭生活困难'],
  'policy-advice': ['咨询养老保险补缴', '咨询医保报销', '咨询社会救助条件'],
  'emergency-rescue': ['独居老人跌倒', '突发疾病求助', '被困求助'],
  'consumer-dispute': ['预付卡退费', '商品质量争议', '装修质量争议'],
  'worker-appeal': ['配送站点无处停车充电', '希望增设休息点', '平台扣款不明'],
};
const steps = [
  '已联系双方了解情况',
  '已到现场查看',
  '组织双方面谈一次',
  '已协调相关单位',
  '双方意见趋近',
  '等待对方提供材料',
];
const endings = [
  '双方达成一致',
  '诉求已解决',
  '已落实帮扶措施',
  '已说明政策并获理解',
  '部分诉求解决，其余引导依法解决',
];
const comments = ['感谢工作人员', '处理及时', '还算满意', '希望再快一些', '对结果不太满意'];
const visitNotes = [
  '家中情况正常',
  '老人身体尚可，提醒用电安全',
  '反映门前道路破损',
  '反映自来水水压不足',
  '希望了解医保政策',
];

const mention = (random: Random, people: readonly Mentioned[]): string => {
  const person = random.pick(people);
  return person.phone && random.chance(0.4) ? `${person.name}（电话${person.phone}）` : person.name;
};

/** The account given at intake; about half of them name a party, some with the phone. */
export function describe(
  random: Random,
  category: MatterCategory,
  place: string,
  people: readonly Mentioned[],
): string {
  const subject = random.pick(subjects[category]);
  if (people.length === 0 || random.chance(0.5)) return `${place}群众反映：${subject}，请求处理。`;
  const [one, other] = [mention(random, people), people.at(-1)];
  return other && people.length > 1 && !one.startsWith(other.name)
    ? `${one}反映与${other.name}之间${subject}，请求处理。`
    : `${one}反映${subject}，请求处理。`;
}

/** A handler's note on one step. */
export function noteStep(random: Random, people: readonly Mentioned[]): string {
  const step = random.pick(steps);
  return people.length > 0 && random.chance(0.25) ? `${step}，当事人${mention(random, people)}。` : `${step}。`;
}

/** How it ended. */
export function summarise(random: Random, people: readonly Mentioned[]): string {
  const ending = random.pick(endings);
  return people.length > 0 && random.chance(0.2) ? `${mention(random, people)}：${ending}。` : `${ending}。`;
}

/** What was said in the follow-up call. */
export function commentOn(random: Random, satisfied: boolean, people: readonly Mentioned[]): string {
  const comment = satisfied ? (comments[random.below(3)] as string) : (comments[3 + random.below(2)] as string);
  return people.length > 0 && random.chance(0.1) ? `${mention(random, people)}：${comment}` : comment;
}

/** What a visiting team found. */
export function findingOf(random: Random, people: readonly Mentioned[]): string {
  const note = random.pick(visitNotes);
  return people.length > 0 && random.chance(0.3) ? `${mention(random, people)}：${note}。` : `${note}。`;
}
