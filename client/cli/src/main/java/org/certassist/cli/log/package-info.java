/// The program's own log: rotating files under HOME/logs in which no PIN and no identity number
/// stands, how much is written into them, and reading their end.
@NullMarked
package org.certassist.cli.log;

import org.jspecify.annotations.NullMarked;
