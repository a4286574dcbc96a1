/// The one place that knows every adapter: builds the object graph for one run of the program.
@NullMarked
package org.certassist.cli.wiring;

import org.jspecify.annotations.NullMarked;
