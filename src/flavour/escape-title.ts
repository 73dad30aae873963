/** A title of one line of Markdown as HTML: code and bold stay, all else is text. */
export function escapeText(title: string): string {
  return title
    .replace(/<\/?(?:mark|kbd|ins|b|sub|sup)>/g, '')
    .replace(/!?\[([^[\]]*)\]\((?:<[^<>]*>|[^()\s]*)\)/g, '$1')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(`+)(.+?)\1/g, '<code>$2</code>')
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
