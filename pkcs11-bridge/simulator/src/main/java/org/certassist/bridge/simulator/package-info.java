/// The tests' handle on the simulated PKCS#11 driver.
///
/// The driver itself is C (`src/main/c`, described in this module's README). [Simulator] writes its
/// configuration and its state folder, so that a test can count calls and PIN tries, pull and plug
/// keys and switch faults on while a host process runs. A test part: no program depends on it.
@NullMarked
package org.certassist.bridge.simulator;

import org.jspecify.annotations.NullMarked;
