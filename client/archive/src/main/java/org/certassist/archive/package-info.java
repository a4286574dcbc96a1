/// TODO
@NullMarked
package org.certassist.archive;

import org.jspecify.annotations.NullMarked;
