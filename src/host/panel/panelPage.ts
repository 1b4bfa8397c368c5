import * as vscode from 'vscode';
import { escapeHtml } from '../../core/render/escape';

/** The page of the panel, before it has an entry: a bar and an empty place below it. */
export function panelPage(webview: vscode.Webview, extensionUri: vscode.Uri): string {
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
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="stylesheet" href="${uri('media', 'panel.css')}">
<title>Reference</title>
</head>
<body class="empty">
<nav class="bar" aria-label="Reference">
<button id="back" type="button" disabled title="Back (Alt+Left)" aria-label="Back">${arrow('M10 3 5 8l5 5')}</button>
<button id="forward" type="button" disabled title="Forward (Alt+Right)" aria-label="Forward">${arrow('m6 3 5 5-5 5')}</button>
<span id="as-of" role="status"></span>
</nav>
<main id="entry">Loading the reference…</main>
<script nonce="${nonce}" src="${uri('dist', 'panel.js')}"></script>
</body>
</html>`;
}

function arrow(path: string): string {
  return `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${path}" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
