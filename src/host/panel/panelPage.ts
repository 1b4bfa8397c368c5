import * as vscode from 'vscode';
import { escapeHtml } from '../../core/render/escape';
import { interfaceLanguage } from '../../core/render/formatDate';
import type { PanelStrings } from '../../protocol/panelMessages';

/**
 * The page of the panel, before it has an entry: a bar, the contents, and an empty place beside them. The view at the
 * cursor has no way back and forward: what it shows follows the text.
 */
export function panelPage(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  place: 'panel' | 'view',
): string {
  const uri = (...path: string[]): string =>
    escapeHtml(webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString());
  const nonce = createNonce();
  const policy = [
    `default-src 'none'`,
    `style-src ${webview.cspSource}`,
    `img-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  const { t } = vscode.l10n;
  const steps = `<button id="back" type="button" aria-disabled="true" title="${escapeHtml(t('Back (Alt+Left)'))}" aria-label="${escapeHtml(t('Back'))}">${icon('M10 3 5 8l5 5')}</button>
<button id="forward" type="button" aria-disabled="true" title="${escapeHtml(t('Forward (Alt+Right)'))}" aria-label="${escapeHtml(t('Forward'))}">${icon('m6 3 5 5-5 5')}</button>`;
  const tools = `${button('show-contents', t('Contents'), 'M2 4h2M6 4h8M2 8h2M6 8h8M2 12h2M6 12h8', ' aria-expanded="false" aria-controls="contents" hidden')}
${button('find', t('Find in this entry'), 'M10.5 10.5 14 14M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Z')}
${button('smaller', t('Smaller text'), 'M1 13 4.5 4 8 13M2.2 10h4.6M10 8.5h5')}
${button('larger', t('Larger text'), 'M1 13 4.5 4 8 13M2.2 10h4.6M10 8.5h5M12.5 6v5')}
${button('save', t('Save as HTML…'), 'M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11')}`;
  const name = escapeHtml(t('Reference'));
  return `<!DOCTYPE html>
<html lang="${escapeHtml(interfaceLanguage())}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="stylesheet" href="${uri('media', 'panel.css')}">
<title>${name}</title>
</head>
<body class="empty ${place}" data-strings="${escapeHtml(JSON.stringify(strings()))}">
<header class="bar">
${place === 'panel' ? steps : ''}
<span id="as-of" role="status"></span>
<span id="news" role="status"></span>
${place === 'panel' ? tools : ''}
</header>
<div class="columns">
<nav id="contents" aria-label="${escapeHtml(t('Contents'))}"></nav>
<main id="entry">${escapeHtml(t('Loading the reference…'))}</main>
</div>
<script nonce="${nonce}" src="${uri('dist', 'panel.js')}"></script>
</body>
</html>`;
}

function strings(): PanelStrings {
  const { t } = vscode.l10n;
  return {
    language: interfaceLanguage(),
    copyLink: t('Copy link to this section'),
    copySection: t('Copy section as Markdown'),
    dragStatement: t('Drag into a text'),
    timeline: {
      picture: t(
        'Timeline. The arrow keys go from event to event, plus and minus zoom, 0 shows all, Enter opens the event.',
      ),
      topics: t('Topics on show'),
      kinds: t('Kinds of events'),
      zoomIn: t('Zoom in'),
      zoomOut: t('Zoom out'),
      showAll: t('Show all'),
      open: t('Open this event'),
      choose: t('Choose an event: click a mark, or use the arrow keys.'),
    },
  };
}

function button(id: string, name: string, path: string, more = ''): string {
  const label = escapeHtml(name);
  return `<button id="${id}" type="button" title="${label}" aria-label="${label}"${more}>${icon(path)}</button>`;
}

function icon(path: string): string {
  return `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${path}" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
