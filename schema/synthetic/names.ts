import type { Sex } from './family.ts';
import type { Random } from './random.ts';

// 陈 leads, as in Zhejiang; the first five hold 30.8 % and the first hundred 85.9 %, as the published statistics say.
const LEADING: readonly (readonly [string, number])[] = [
  ['陈', 7.3],
  ['王', 6.9],
  ['李', 5.9],
  ['张', 5.6],
  ['徐', 5.1],
];
const FREQUENT =
  '刘杨吴周黄郑赵朱毛叶余姜方孙胡何林郭马高罗梁宋谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛阎潘杜戴夏钟汪田任范石姚谭廖邹熊金陆郝孔白崔康邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const RARE =
  '柴祝占詹舒翁童柯洪严章俞施骆费季缪诸戚卓温岑裘楼杭葛项闻华官涂虞鲁莫凌鲍竺应茅盛厉单殷甘蓝雷钟娄桑阮柳麻华解艾管裴覃欧焦包左阳饶申尤庄聂倪安关成卜岳辛兰牛符游向';
const COMPOUND = ['欧阳', '上官', '诸葛', '司马', '司徒', '端木'];
/** Share of people with a surname of two characters. */
const COMPOUND_SHARE = 0.002;
const TABLE_SIZE = 16_384;

const surnameTable = tabulate();

function tabulate(): string[] {
  const frequent = [...new Set(FREQUENT)];
  const rare = [...new Set(RARE)].filter((surname) => !frequent.includes(surname));
  const zipf = (rank: number): number => 1 / (rank + 12);
  const frequentTotal = frequent.slice(0, 95).reduce((sum, _, rank) => sum + zipf(rank), 0);
  const weights: (readonly [string, number])[] = [
    ...LEADING,
    ...frequent.slice(0, 95).map((surname, rank) => [surname, (55.1 * zipf(rank)) / frequentTotal] as const),
    ...rare.map((surname) => [surname, 14.1 / rare.length] as const),
  ];
  const table: string[] = [];
  let reached = 0;
  for (const [surname, weight] of weights) {
    reached += weight;
    const end = Math.min(TABLE_SIZE, Math.round((reached / 100) * TABLE_SIZE));
    while (table.length < end) table.push(surname);
  }
  while (table.length < TABLE_SIZE) table.push('王');
  return table;
}

interface GivenNames {
  first: string[];
  second: string[];
}
const pool = (first: string, second: string): GivenNames => ({ first: [...first], second: [...second] });

const elderMen = pool('土水根金樟法荣志国建德福寿祥永春有忠树文', '根生林荣发水祥华法昌福明良富财木泉云清坤');
const elderWomen = pool('秀桂玉美素凤金彩月菊春兰荷水爱梅雪小银翠', '英珍花兰仙凤珠娥香菊莲芬芳琴妹娣梅女云娟');
const grownMen = pool('建志国伟晓海俊永春文军立卫小东宏利成新正', '军强伟斌平峰勇明华波良飞刚杰林辉超龙忠群');
const grownWomen = pool('丽晓红小雪春美海燕玉慧建秋爱亚志文素永冬', '芳娟琴燕萍英霞红敏华丽珍仙飞芬玲花君云琼');
const youngMen = pool('子浩宇梓俊嘉睿一奕泽铭思晨诗皓博景天承语', '轩涵然杰豪宸睿阳辰泽博文宇航逸凯昊霖远安');
const youngWomen = pool('欣雨梓诗可思佳一语若子紫静雅奕心芷沐依嘉', '涵怡妍彤萱琪瑶宁悦晨然婷琳雯汐颖桐恬乐安');

/** A surname, by how common it is; now and then a compound one. */
export function surname(random: Random): string {
  if (random.chance(COMPOUND_SHARE)) return random.pick(COMPOUND);
  return surnameTable[random.below(TABLE_SIZE)] as string;
}

/** A given name of one or two characters, of the fashion of the year of birth. */
export function givenName(random: Random, sex: Sex, birthYear: number): string {
  const fashion =
    birthYear < 1966
      ? sex === '1'
        ? elderMen
        : elderWomen
      : birthYear < 1996
        ? sex === '1'
          ? grownMen
          : grownWomen
        : sex === '1'
          ? youngMen
          : youngWomen;
  const last = fashion.second[random.below(20)] as string;
  if (random.chance(0.16)) return last;
  return (fashion.first[random.below(20)] as string) + last;
}

const foreignNames = ['ANNA KOWALSKA', 'DAVID MENSAH', 'NGUYEN THI LAN', 'IVAN PETROV', 'MARIA SILVA', 'SOMCHAI DEE'];

/** A name as a foreign passport writes it. */
export function foreignName(random: Random): string {
  return random.pick(foreignNames);
}

/** Name of an official: any surname and a grown-up's given name. */
export function officialName(random: Random): string {
  const sex: Sex = random.chance(0.6) ? '1' : '2';
  return surname(random) + givenName(random, sex, 1980);
}
