package dev.afterflow.connections;

import dev.afterflow.vault.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What adapters ask before they call a partner in a shop's name: the shop's own account, where it has one in use. */
@Component
@Transactional(readOnly = true)
public class Connections {

    private final JdbcConnections rows;
    private final Secrets secrets;

    Connections(JdbcConnections rows, Secrets secrets) {
        this.rows = rows;
        this.secrets = secrets;
    }

    /** The shop's own account with its secrets opened; empty when the house's account serves it, if there is one. */
    public Optional<Account> of(String shop, String partner) {
        return rows.find(shop, partner).filter(JdbcConnections.Row::inUse)
                .map(row -> new Account(shop, partner, row.settings(), secrets.open(shop, partner)));
    }

    /** Whether the shop has an account of its own in use. */
    public boolean has(String shop, String partner) {
        return rows.find(shop, partner).filter(JdbcConnections.Row::inUse).isPresent();
    }

    /** The shops behind the fence that have one in use. */
    public List<String> shopsUsing(String partner) {
        return rows.shopsUsing(partner);
    }

    /** As it stands, in use or not. */
    Optional<Account> whole(String shop, String partner) {
        return rows.find(shop, partner).map(row -> new Account(shop, partner, Map.copyOf(row.settings()), secrets.open(shop, partner)));
    }
}
