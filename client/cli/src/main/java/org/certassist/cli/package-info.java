/// TODO
@NullMarked
package org.certassist.cli;

import org.jspecify.annotations.NullMarked;
