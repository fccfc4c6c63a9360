package dev.afterflow.vault;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** At the start: whatever is wrapped under the master key before is wrapped under the new one; production does not start on what it cannot open. */
@Component
class Rotation implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);
    private static final String WAY_OUT = "Set AFTERFLOW_MASTER_KEY to the key it was sealed under; to change keys, set "
            + "AFTERFLOW_MASTER_KEY to the new and AFTERFLOW_MASTER_KEY_OLD to the old one.";

    private final DataKeys keys;
    private final MasterKeys masters;
    private final TransactionOperations transactions;

    Rotation(DataKeys keys, MasterKeys masters, TransactionOperations transactions) {
        this.keys = keys;
        this.masters = masters;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transactions.executeWithoutResult(status -> turn());
    }

    private void turn() {
        List<DataKeys.Wrapped> all = keys.all();
        List<DataKeys.Wrapped> lost = all.stream().filter(key -> masters.find(key.master()).isEmpty()).toList();
        if (!lost.isEmpty() && !masters.demo()) {
            throw new VaultRefused("Secrets are sealed under master key " + lost.get(0).master() + ", which was not given.", WAY_OUT);
        }
        if (masters.current().isEmpty()) {
            LOG.warn("There is no AFTERFLOW_MASTER_KEY: no connection's secret and no second factor can be set up."
                    + " Make one with: openssl rand -base64 32");
            return;
        }
        MasterKey current = masters.current().get();
        all.stream().filter(key -> !lost.contains(key) && !key.master().equals(current.id()))
                .forEach(key -> keys.wrapAnew(key, current));
    }
}
