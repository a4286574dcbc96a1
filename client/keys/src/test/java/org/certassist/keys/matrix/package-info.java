/// The fault matrix: each thing a driver can do wrong, in each function that the program calls, and
/// what the program makes of it.
///
/// [Work] is a step of a clerk's work, such as opening a key; [Matrix] crosses the functions that
/// the step calls with every [Behaviour] that [Standard] or bad luck offers and makes a [Case] of
/// each; [Trial] runs one case through the real bridge, a real host process and the simulated
/// driver; [Judge] holds what was [Seen] to the rules; [FaultsPage] is docs/faults.md.
@NullMarked
package org.certassist.keys.matrix;

import org.jspecify.annotations.NullMarked;
