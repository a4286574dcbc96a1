/// TODO
@NullMarked
package org.certassist.datafiles;

import org.jspecify.annotations.NullMarked;
