import { expect } from 'chai';
import MarkdownIt from 'markdown-it';
import { escapeInLine } from '../../../src/core/render/escape';

describe('escapeInLine', () => {
  const addresses: readonly (readonly [text: string, expected: string])[] = [
    ['https://a.org/b_texts_17120.htm', 'https://a.org/b_texts_17120.htm'],
    ['See https://a.org/b-c?d=e&f=g#h.', 'See https://a.org/b-c?d=e&f=g#h.'],
    ['https://a.org/b_(c), accessed', '<https://a.org/b_(c)>, accessed'],
    ['https://a.org/~me/_b_/@c', '<https://a.org/~me/_b_/@c>'],
    ['https://a.org/b--c', '<https://a.org/b--c>'],
    ['“https://a.org/*b*”.', '“<https://a.org/*b*>”.'],
    ['(https://a.org/$b$).', '(<https://a.org/$b$>).'],
    ['https://a.org/Київ_рада', 'https://a.org/Київ_рада'],
    ['https://a.org/b|c`d\\e', '<https://a.org/b%7Cc%60d%5Ce>'],
    ['https://a.org/b&lt;c', '<https://a.org/b&lt;c>'],
    ['a_b_c https:// *d*', 'a\\_b\\_c https:// \\*d\\*'],
  ];
  for (const [text, expected] of addresses) {
    it(`leaves addresses as they are: ${text}`, () => {
      expect(escapeInLine(text)).to.equal(expected);
    });
  }

  const hostile = [
    '[a](https://a.org/](javascript:alert(1)))',
    'https://a.org/<script>alert(1)</script>',
    'https://a.org/`<img src=x>`',
    'https://a.org/![a](b)*c* _d_',
    '<https://a.org/*b*><b>',
    '\\https://a.org/*b*',
    'https://a.org/\u0001*b*',
    '`https://a.org/*b*`',
  ];
  for (const text of hostile) {
    it(`lets nothing come to life: ${JSON.stringify(text)}`, () => {
      const html = new MarkdownIt({ html: true }).renderInline(escapeInLine(text));
      expect(html.replace(/<a href="https:[^"<>]*">|<\/a>/g, '')).not.to.match(/[<>]/);
    });
  }
});
