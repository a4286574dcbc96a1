package org.certassist.keys.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// The contract on p11-kit's proxy, with a token of SoftHSM2 behind it.
class P11KitContractTest extends KeyContract {
  P11KitContractTest(@TempDir Path folder) throws Exception {
    super(SoftHsmModule.throughP11Kit(folder));
  }
}
