import { MarkdownString, Uri } from 'vscode';
import { escapeMarkdown } from '../core/escapeMarkdown';

/**
 * Builds Markdown for hovers and tooltips out of parts that are safe by their making. Text from outside goes through
 * `text`, which escapes it; only the commands named at the start can be linked, and only by us.
 */
export class TrustedMarkdown {
  private readonly markdown: MarkdownString;

  /** @param commands ids of the commands that links of this text may run */
  constructor(commands: readonly string[] = []) {
    this.markdown = new MarkdownString('', true);
    this.markdown.supportHtml = false;
    if (commands.length > 0) this.markdown.isTrusted = { enabledCommands: commands };
  }

  /** Adds outside text, escaped, white space folded. */
  text(value: string): this {
    this.markdown.appendMarkdown(escapeMarkdown(value));
    return this;
  }

  bold(value: string): this {
    this.markdown.appendMarkdown(`**${escapeMarkdown(value)}**`);
    return this;
  }

  italic(value: string): this {
    this.markdown.appendMarkdown(`*${escapeMarkdown(value)}*`);
    return this;
  }

  /** Adds a codicon: `book`. */
  icon(name: string): this {
    this.markdown.appendMarkdown(`$(${name}) `);
    return this;
  }

  /** Adds a link to a web address; anything but http and https stays plain text. */
  link(label: string, address: string): this {
    if (!/^https?:\/\//i.test(address)) return this.text(label);
    const safe = encodeURI(decodeSafely(address)).replace(/[()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
    this.markdown.appendMarkdown(`[${escapeMarkdown(label)}](${safe})`);
    return this;
  }

  /** Adds a link that runs a command. */
  command(label: string, command: string, args: readonly unknown[], tooltip = label): this {
    const address = Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify(args))}`);
    this.markdown.appendMarkdown(`[${escapeMarkdown(label)}](${address.toString()} "${escapeMarkdown(tooltip).replace(/"/g, '&quot;')}")`);
    return this;
  }

  /** Begins a row of a list. */
  item(): this {
    this.markdown.appendMarkdown('\n- ');
    return this;
  }

  paragraph(): this {
    this.markdown.appendMarkdown('\n\n');
    return this;
  }

  rule(): this {
    this.markdown.appendMarkdown('\n\n---\n\n');
    return this;
  }

  build(): MarkdownString {
    return this.markdown;
  }
}

/** `%20` stays `%20` rather than becoming `%2520`; an address with a stray `%` is taken as it is. */
function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
