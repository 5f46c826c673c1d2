/** Works on items in their order, on the one that is asked for and the next one: Terraform keeps two cores busy. */
export class Ahead<T, R> {
  private readonly begun = new Map<T, Promise<R>>();

  constructor(
    private readonly items: readonly T[],
    private readonly work: (item: T) => Promise<R>,
  ) {}

  /** The result for an item. The next item is begun meanwhile. */
  result(item: T): Promise<R> {
    const next = this.items[this.items.indexOf(item) + 1];
    const result = this.begin(item);
    if (next !== undefined) void this.begin(next);
    this.begun.delete(item);
    return result;
  }

  private begin(item: T): Promise<R> {
    const begun = this.begun.get(item) ?? this.work(item);
    // Whoever asks for it is told.
    begun.catch(() => undefined);
    this.begun.set(item, begun);
    return begun;
  }
}
