/// One contract that every driver's keys must keep, through the real bridge and a real host
/// process: no PIN wasted, no fault without a name, work goes on after the key is back.
///
/// The contract is the test methods of the interfaces here ([ListingContract], [SigningContract],
/// [PinContract], [PluggingContract], [SharingContract]); [KeyContract] joins them, and a class for
/// each module runs them on its [ModuleUnderTest]. What a module cannot show stands in its
/// [Capabilities] with the reason, and [Ledger] prints each skip and a table of all at the end. A
/// new module is one more class.
@NullMarked
package org.certassist.keys.contract;

import org.jspecify.annotations.NullMarked;
