import { runBundled } from './runBundled';

process.exitCode = runBundled('typingProcess');
