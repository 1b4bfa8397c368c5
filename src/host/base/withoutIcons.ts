/** Text in which `$(name)` stays as it is: a quick pick would draw an icon. */
export function withoutIcons(text: string): string {
  return text.replace(/\$\(/g, '\\$(');
}
