package dev.afterflow.database;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * The shops whose rows the current thread may see and write; row level security enforces it.
 *
 * <p>The fence is read when a transaction begins and holds for that transaction, so put it up before. A thread that serves
 * no web request sees every shop; one that does sees none until somebody is authenticated.
 */
public final class Fence {

    private static final String EVERYWHERE = "*";
    private static final ThreadLocal<String> SHOPS = new ThreadLocal<>();

    private Fence() {
    }

    /** Runs the work with the rows of these shops and no others; an empty collection sees nothing. */
    public static <T> T within(Collection<String> shops, Supplier<T> work) {
        return with(written(shops), work);
    }

    /** Runs the work with the rows of these shops and no others. */
    public static void within(Collection<String> shops, Runnable work) {
        within(shops, () -> {
            work.run();
            return null;
        });
    }

    /** Runs the work with the rows of every shop: only for the product's own doings, never for a person's request. */
    public static <T> T everywhere(Supplier<T> work) {
        return with(EVERYWHERE, work);
    }

    /** Puts the fence up until {@link #down()}; for filters that cannot wrap their work in a lambda. */
    public static void up(Collection<String> shops) {
        SHOPS.set(written(shops));
    }

    /** Takes down what {@link #up(Collection)} put up. */
    public static void down() {
        SHOPS.remove();
    }

    static String setting() {
        String shops = SHOPS.get();
        return shops == null ? EVERYWHERE : shops;
    }

    private static String written(Collection<String> shops) {
        List<String> checked = shops.stream().sorted().toList();
        if (checked.stream().anyMatch(shop -> !shop.matches("[a-z0-9-]{1,40}"))) {
            throw new IllegalArgumentException("A shop id is small letters, digits and dashes: " + checked);
        }
        return String.join(",", checked);
    }

    private static <T> T with(String shops, Supplier<T> work) {
        String before = SHOPS.get();
        SHOPS.set(shops);
        try {
            return work.get();
        } finally {
            if (before == null) {
                SHOPS.remove();
            } else {
                SHOPS.set(before);
            }
        }
    }
}
