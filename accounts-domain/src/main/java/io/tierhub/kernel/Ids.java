package io.tierhub.kernel;

/**
 * Gives new ids: random-looking, never given twice, not even after a deletion or a roll-back. Ids
 * that are derived from another object's ({@code TAR-}, {@code PR-}) are made by their owner.
 */
public interface Ids {

  String next(IdKind kind);
}
