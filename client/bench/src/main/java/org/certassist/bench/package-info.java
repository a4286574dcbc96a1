/// What `client/bench/run` measures: a ratio against a peer, or a figure against a limit.
///
/// Every figure is taken in one run with its peer on the same machine, and the machine's load is
/// printed first; nothing here is a test and nothing fails because a machine is busy. [Bench] is
/// the program, one class a subject. The figures that hold are kept in `docs/benchmarks.md`.
@NullMarked
package org.certassist.bench;

import org.jspecify.annotations.NullMarked;
