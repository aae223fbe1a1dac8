import type { Note } from './fold-cell.ts';

/** Variant characters that registers hold in names, each before its standard form (通用规范汉字表). */
const PAIRS =
  '黃黄 吳吴 陳陈 張张 劉刘 趙赵 楊杨 鄭郑 許许 蔣蒋 孫孙 馬马 羅罗 謝谢 韓韩 馮冯 鄧邓 蕭萧 葉叶 盧卢 ' +
  '鍾钟 譚谭 陸陆 賈贾 韋韦 鄒邹 龍龙 萬万 錢钱 湯汤 賀贺 顧顾 龔龚 嚴严 呂吕 溫温 蘇苏 閻阎 ' +
  '峯峰 羣群 傑杰 強强 凱凯 榮荣 華华 國国 偉伟 麗丽 蘭兰 鳳凤 寶宝 貴贵 軍军 艷艳 豔艳 淨净 靜静 ' +
  '潔洁 愛爱 銀银 鋒锋 飛飞 雲云 曉晓 東东 慶庆 興兴 順顺 義义 長长 賢贤 瓊琼 蓮莲 誠诚 維维 綱纲 紅红 繼继';

const standardOf: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
const VARIANT = new RegExp(`[${[...standardOf.keys()].join('')}]`);
const VARIANTS = new RegExp(VARIANT.source, 'g');

/** The name with its variant characters in their standard form; notes if there were any. */
export function standardCharacters(name: string, note: Note): string {
  if (!VARIANT.test(name)) return name;
  note('variant-character');
  return name.replace(VARIANTS, (variant) => standardOf.get(variant) as string);
}
