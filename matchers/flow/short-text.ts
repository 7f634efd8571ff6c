const longest = 300;

/** A text as a message shows it: on one line, and cut where it is long. */
export function shortText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return 'nothing';
  return line.length > longest ? `${line.slice(0, longest)}... (${text.length} characters)` : line;
}
