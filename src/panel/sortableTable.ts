/** Lets the buttons of a table's head sort its rows by the keys in `data-sort`. */
export function makeSortable(table: Element): void {
  const body = table.querySelector('tbody');
  const heads = [...table.querySelectorAll('thead th')];
  heads.forEach((head, column) => {
    head.querySelector('button')?.addEventListener('click', () => {
      const falls = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', falls ? 'descending' : 'ascending');
      const key = (row: Element): string => row.children[column]?.getAttribute('data-sort') ?? '';
      const rows = [...(body?.children ?? [])].sort((a, b) => key(a).localeCompare(key(b)));
      body?.append(...(falls ? rows.reverse() : rows));
    });
  });
}
