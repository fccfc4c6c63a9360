package dev.afterflow.providers;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Connections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whose account with a provider serves a shop: its own connection, else the house's from the operator's settings, else nobody's. */
public final class Accounts<A> {

    /** The name of the house's own account among a provider's. */
    public static final String HOUSE = "house";

    private final Connections connections;
    private final String partner;
    private final Supplier<Optional<A>> house;
    private final Function<Account, A> own;

    /**
     * @param partner the provider's word among a shop's connections
     * @param house read each time, since it may stand on an address that is known only once the house is open
     * @param own throws a {@code Problem} for an address that must not be called
     */
    public Accounts(Connections connections, String partner, Supplier<Optional<A>> house, Function<Account, A> own) {
        this.connections = connections;
        this.partner = partner;
        this.house = house;
        this.own = own;
    }

    public boolean serve(String shop) {
        return connections.has(shop, partner) || house.get().isPresent();
    }

    public Optional<A> of(String shop) {
        return connections.of(shop, partner).map(own).or(house);
    }

    public A read(Account account) {
        return own.apply(account);
    }

    /** The accounts there are: the house's, and those of the shops behind the fence that have their own. */
    public List<String> names() {
        return Stream.concat(house.get().stream().map(set -> HOUSE), connections.shopsUsing(partner).stream()).toList();
    }

    /** The account of this name, as {@link #names} has it; throws where there is none. */
    public A named(String name) {
        return (name.equals(HOUSE) ? house.get() : of(name)).orElseThrow(() -> new IllegalStateException("no account of " + name));
    }
}
