package org.certassist.keys.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.keys.bridge.TestHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract on NSS's softoken, and what comes of it without its arguments.
class NssContractTest extends KeyContract {
  NssContractTest(@TempDir Path folder) throws Exception {
    super(new Nss(folder));
  }

  @Test
  void withoutItsArgumentsItRefusesToStartAndSaysSo() throws Exception {
    Driver bare =
        new Driver(
            "bare",
            "NSS",
            module().driver().kind(),
            module().driver().paths(),
            module().driver().variables());
    try (Client client = new Client(module(), TestHost.patient(), bare, module().driver())) {
      assertThat(client.inventory().drivers())
          .extracting(DriverReport::id, DriverReport::state, DriverReport::reason)
          .containsExactly(
              tuple("bare", DriverState.REFUSES_ARGUMENTS, "C_Initialize CKR_ARGUMENTS_BAD"),
              tuple("nss", DriverState.READY, ""));
    }
  }
}
