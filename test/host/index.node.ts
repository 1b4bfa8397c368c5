import { testFiles } from 'host-tests';
import Mocha from 'mocha';
import { mochaOptions, runTests } from './mochaRun';

/** Called by an extension host that is a Node process. */
export function run(): Promise<void> {
  return runTests(new Mocha(mochaOptions), testFiles);
}
