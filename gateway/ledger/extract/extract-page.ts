import { instantText } from '../../../schema/kit/calendar/day.ts';
import { readCheckpoint } from '../../../schema/ledger/checkpoint.ts';
import type { Extract, ProvenEntry } from '../../../schema/ledger/extract.ts';
import { LedgerRefused } from '../../../schema/ledger/ledger-refused.ts';

const STYLE = `
@page { size: A4; margin: 9mm 10mm 11mm; @bottom-right { content: "第 " counter(page) " / " counter(pages) " 张"; font: 7pt sans-serif; color: #5b6675 } }
* { box-sizing: border-box }
body { font: 8.5pt/1.3 "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1c2430;
  max-width: 190mm; margin: 10mm auto }
header { border-bottom: 2px solid #9b1c1c; padding-bottom: 2mm; margin-bottom: 1.5mm }
h1 { font-size: 14pt; margin: 0; letter-spacing: .08em }
h1 small { margin-left: 3mm; font-size: 8.5pt; font-weight: 400; color: #5b6675; letter-spacing: 0 }
.facts { display: grid; grid-template-columns: repeat(3, auto); gap: 1mm 8mm; margin-top: 1.5mm }
.facts span { color: #5b6675; display: block; font-size: 7pt }
code { font: 7pt ui-monospace, Consolas, monospace; word-break: break-all }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 7.6pt; line-height: 1.25 }
col:nth-child(1) { width: 17mm } col:nth-child(3) { width: 50mm } col:nth-child(4) { width: 44mm } col:nth-child(5) { width: 15mm }
th { text-align: left; color: #5b6675; font-weight: 500; border-bottom: 1px solid #c8cfd8; padding: .6mm 2mm .6mm 0 }
td { vertical-align: top; border-bottom: 1px solid #e6eaef; padding: .6mm 2mm .6mm 0; overflow-wrap: anywhere }
td small, th small { display: block; color: #5b6675; font-size: 6.3pt }
tr { break-inside: avoid }
.glass { color: #9b1c1c; font-weight: 600 }
footer { margin-top: 2mm; color: #3c4756; font-size: 6.8pt; break-inside: avoid }
footer p { margin: .5mm 0 }
@media print { body { margin: 0; max-width: none } }
@media screen { html { background: #eef1f4 } body { background: #fff; padding: 12mm; max-width: 214mm; box-shadow: 0 1px 8px #0002 } }
`;

/**
 * The extract as a page for people, Chinese first; it carries its own proofs. Twenty reads of a few fields each print on
 * one sheet of A4, whatever is longer on numbered ones.
 */
export function extractPage(extract: Extract): string {
  const { person, madeAt, total, page, pages, entries, checkpoint, key } = extract;
  const { origin, size, root } = readCheckpoint(checkpoint);
  const rows = entries.map((entry) => rowOf(entry, extract)).join('\n');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="referrer" content="no-referrer">
<title>个人信息查询记录 · Who read my data</title><style>${STYLE}</style></head><body>
<header><h1>个人信息查询记录<small>Who read my personal data, when and why</small></h1>
<div class="facts">
<div><span>本人编号 Person</span><code>${safe(person)}</code></div>
<div><span>出具时间 Made at</span>${safe(madeAt.slice(0, 19).replace('T', ' '))}</div>
<div><span>可告知的查询次数 Reads that can be told</span>共 ${total} 次，第 ${page} / ${pages} 页 ${entries.length} 次 · ${entries.length} of ${total}, page ${page} of ${pages}</div>
</div></header>
<table><colgroup><col><col><col><col><col></colgroup><thead><tr><th>时间<small>When</small></th><th>哪个部门的什么信息<small>Whose register, what</small></th>
<th>谁查询的<small>Who</small></th><th>为什么<small>Why</small></th><th>账本序号<small>Entry</small></th></tr></thead>
<tbody>
${rows || '<tr><td colspan="5">没有可告知的查询。<small>There is no read that can be told.</small></td></tr>'}
</tbody></table>
<footer>
<p>每条记录都在账本中，任何人不能事后改动而不被发现。核验（无需联网）：<code>npm run ledger -- check 本文件 --key 账本公钥</code></p>
<p>Every line is in a ledger that cannot be altered unseen. To check, without a network: <code>npm run ledger -- check FILE --key KEY</code>.
The key comes from the hub’s keepers or an audit office, not from this page.</p>
<p>依据《个人信息保护法》第四十五条。按规定暂不告知的记录在解除后显示。 Personal Information Protection Law 45; reads that the law withholds for now appear once released.</p>
<p>账本 Ledger <code>${safe(origin)}</code> · 条目 entries ${size} · 根哈希 root <code>${root.toString('base64')}</code> · 公钥 key <code>${safe(key)}</code></p>
</footer>
<script type="application/json" id="extract">${embedded(extract)}</script>
</body></html>
`;
}

/** Reads the extract out of its page; throws where there is none. */
export function extractOfPage(page: string): Extract {
  const json = /<script type="application\/json" id="extract">([^<]*)<\/script>/.exec(page)?.[1];
  if (json === undefined)
    throw new LedgerRefused('NOTE_INVALID', 'Expected a page with an extract of the ledger in it.');
  const extract = JSON.parse(json) as Extract;
  if (extract.form !== 'hub-ledger-extract/1')
    throw new LedgerRefused('NOTE_INVALID', 'Expected an extract of the form hub-ledger-extract/1.');
  return extract;
}

function rowOf({ leaf, entry }: ProvenEntry, { labels }: Extract): string {
  const label = (codes: readonly string[]) => {
    const names = codes.map((code) => (labels[code] ?? code).split('|'));
    const said = (language: number) => safe([...new Set(names.map((name) => name[language] ?? name[0]))].join(' · '));
    return [said(0), said(1)] as const;
  };
  const [what] = label([entry.department, ...entry.fields]);
  const [, department] = label([entry.department]);
  const [day, time] = instantText(new Date(entry.at)).slice(0, 19).split('T');
  const who = entry.organization ?? entry.client;
  const by = [entry.user, entry.organization && entry.client].filter((one) => one).join(' · ');
  const glass = (words: string) => (entry.breakGlass ? `<span class="glass">${words}</span> ` : '');
  const [reason, inEnglish] = label([entry.purpose]);
  const matter = entry.caseNumber ? ` ${safe(entry.caseNumber)}` : '';
  return `<tr><td>${day}<small>${time}</small></td><td>${what}<small>${department} · ${safe(byType(entry.fields))}</small></td>
<td>${safe(who)}<small>${safe(by)}</small></td><td>${glass('紧急调阅')}${reason}<small>${glass('break-glass')}${inEnglish}${matter}</small></td><td>${leaf}</td></tr>`;
}

/** Coordinates with the type told once: `Person maskedName, careTags`. */
function byType(coordinates: readonly string[]): string {
  const names = new Map<string, string[]>();
  for (const coordinate of coordinates) {
    const [typeName = '', ...path] = coordinate.split('.');
    names.set(typeName, [...(names.get(typeName) ?? []), path.join('.')]);
  }
  return [...names].map(([typeName, fields]) => `${typeName} ${fields.join(', ')}`.trim()).join(' · ');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const safe = (text: string): string => text.replace(/[&<>"]/g, (one) => ENTITIES[one] as string);

// A script's text ends at the first `<`, whatever it stands in.
const embedded = (extract: Extract): string => JSON.stringify(extract).replaceAll('<', '\\u003c');
