/** Forms in which departments write a day. */
export type DateForm = 'YYYY-MM-DD' | 'YYYYMMDD' | 'YYYY/M/D' | 'YYYY年M月D日';
/** Forms in which departments write a moment, in China's time. */
export type DateTimeForm = 'YYYY-MM-DD HH:mm:ss' | 'YYYYMMDDHHmmss' | 'YYYY/M/D H:mm' | 'YYYY-MM-DDTHH:mm:ss+08:00';

/** Writes a YYYY-MM-DD day in a department's form; nothing stays an empty cell. */
export function dateCell(day: string | null | undefined, form: DateForm): string {
  if (!day) return '';
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  switch (form) {
    case 'YYYY-MM-DD':
      return `${year}-${month}-${date}`;
    case 'YYYYMMDD':
      return year + month + date;
    case 'YYYY/M/D':
      return `${year}/${Number(month)}/${Number(date)}`;
    case 'YYYY年M月D日':
      return `${year}年${Number(month)}月${Number(date)}日`;
  }
}

/** Writes an ISO instant of +08:00 in a department's form; nothing stays an empty cell. */
export function dateTimeCell(instant: string | null | undefined, form: DateTimeForm): string {
  if (!instant) return '';
  const day = instant.slice(0, 10);
  const time = instant.slice(11, 19);
  switch (form) {
    case 'YYYY-MM-DD HH:mm:ss':
      return `${day} ${time}`;
    case 'YYYYMMDDHHmmss':
      return day.replaceAll('-', '') + time.replaceAll(':', '');
    case 'YYYY/M/D H:mm':
      return `${dateCell(day, 'YYYY/M/D')} ${Number(time.slice(0, 2))}:${time.slice(3, 5)}`;
    case 'YYYY-MM-DDTHH:mm:ss+08:00':
      return `${day}T${time}+08:00`;
  }
}

/** The day that a cell holds in any of the forms, as YYYY-MM-DD, and how to write another in the same form. */
export function readDateCell(cell: string): { day: string; write: (day: string) => string } | null {
  const match = /^(\d{4})(-|\/|年)?(\d{1,2})(?:-|\/|月)?(\d{1,2})日?/u.exec(cell);
  if (!match) return null;
  const [written, year, separator, month = '', date = ''] = match;
  const form: DateForm =
    separator === '-' ? 'YYYY-MM-DD' : separator === '/' ? 'YYYY/M/D' : separator ? 'YYYY年M月D日' : 'YYYYMMDD';
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return { day, write: (other) => dateCell(other, form) + cell.slice(written.length) };
}
