import type { Disposable as VsCodeDisposable } from 'vscode';

/** Owns what it registers, and disposes it with itself, last first. */
export abstract class Disposable implements VsCodeDisposable {
  readonly #owned: VsCodeDisposable[] = [];
  #disposed = false;

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    disposeAll(this.#owned.reverse());
  }

  protected get isDisposed(): boolean {
    return this.#disposed;
  }

  /** Takes `value` over. If the owner is gone already, `value` is disposed at once. */
  protected _register<T extends VsCodeDisposable>(value: T): T {
    if (this.#disposed) value.dispose();
    else this.#owned.push(value);
    return value;
  }
}

/** Disposes every one, and only then throws what went wrong. */
export function disposeAll(disposables: Iterable<VsCodeDisposable>): void {
  const errors: unknown[] = [];
  for (const disposable of disposables) {
    try {
      disposable.dispose();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, 'Several things could not be disposed.');
}

/** One disposable for several. */
export function toDisposable(...disposables: readonly VsCodeDisposable[]): VsCodeDisposable {
  return {
    dispose: () => {
      disposeAll(disposables);
    },
  };
}
