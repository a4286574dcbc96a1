/// TODO
@NullMarked
package org.certassist.bridge.host;

import org.jspecify.annotations.NullMarked;
