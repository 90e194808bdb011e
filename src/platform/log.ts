import { l10n, type LogOutputChannel, window } from 'vscode';
import { plainMessage } from './plainText';

/** A failure that is not a bug: its message is meant for the user, who can do something about it. */
export class UserError extends Error {}

/** Where Casebook says what it does and what went wrong. One is made at activation and handed on. */
export class Log {
  constructor(private readonly channel: LogOutputChannel) {}

  info(message: string): void {
    this.channel.info(message);
  }

  /** Opens the log for the user. */
  show(): void {
    this.channel.show();
  }

  /**
   * Tells the user that something failed, in words they can act on; what only a developer can read goes to the log.
   * @param doing what was being done, as the beginning of a sentence: "The paper could not be imported"
   */
  async report(doing: string, error: unknown): Promise<void> {
    this.channel.error(`${doing}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    if (error instanceof UserError) {
      await window.showErrorMessage(plainMessage(error.message));
      return;
    }
    const showLog = l10n.t('Show Log');
    const choice = await window.showErrorMessage(plainMessage(`${doing}. ${reason(error)}`.trim()), showLog);
    if (choice === showLog) this.channel.show();
  }

  /** @returns `action`, with its failures reported instead of thrown; it is over before the user has read of one */
  guard<Args extends unknown[]>(doing: string, action: (...args: Args) => unknown): (...args: Args) => Promise<void> {
    return async (...args) => {
      try {
        await action(...args);
      } catch (error) {
        void this.report(doing, error);
      }
    };
  }
}

/** The first line alone: VS Code's file errors are one sentence, and a stack is never shown. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return message.split('\n', 1)[0] ?? '';
}
