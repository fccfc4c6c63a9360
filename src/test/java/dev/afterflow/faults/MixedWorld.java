package dev.afterflow.faults;

import dev.afterflow.cluster.Cluster;
import dev.afterflow.cluster.Node;
import dev.afterflow.cluster.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** Everything outside at once, and everybody who has the house do something there: buyers at four providers and at a marketplace, sellers, claimants. */
final class MixedWorld implements AutoCloseable {

    /** Of a hundred effects so many are refunds by providers, refunds by the marketplace, other words to it, and claims. */
    private static final int PROVIDERS = 44;
    private static final int GIVEN = 12;
    private static final int WORDS = 36;
    private static final int CLAIMS = 8;

    final Cluster cluster;
    final CarrierWorld carriers;
    final Field field;
    final Books world;
    final MarketBuyers buyers;
    final Sellers sellers;
    final Claimants claimants;
    private final Path folder;

    MixedWorld(Path folder, long seed) {
        this.folder = folder.toAbsolutePath();
        cluster = new Cluster(folder);
        carriers = new CarrierWorld(cluster);
        cluster.database("afterflow");
        Map<String, String> settings = new TreeMap<>(ProviderTills.settings(cluster));
        settings.putAll(carriers.settings(cluster.firstPort()));
        settings.putAll(MarketBuyers.settings());
        List<Node> nodes = List.of(house("node1", settings), house("node2", settings));
        cluster.sandbox().behave(ProviderTills.partners(seed));
        field = new Field(cluster, "afterflow", seed, nodes, new Diary(), new Buyers(seed, nodes, ProviderTills.PROVIDERS, new ProviderTills(cluster.sandbox())));
        world = new Books(cluster.sandbox().books(), Sandbox.BOOKS);
        buyers = new MarketBuyers(cluster, nodes, field.buyers, seed);
        sellers = new Sellers(cluster, nodes, buyers, seed);
        claimants = new Claimants(seed, nodes);
    }

    private Node house(String name, Map<String, String> settings) {
        return cluster.node(name, "afterflow", settings).playedBy(House.class, "-Dfaults.clock=" + folder.resolve(name + ".clock"));
    }

    /** Both nodes are there, and the shop's accounts. */
    MixedWorld begun() {
        field.nodes.forEach(node -> node.start().awaitReady());
        MarketBuyers.connect(cluster, field.nodes.get(0));
        carriers.letters(field.nodes.get(0));
        return this;
    }

    Path clock(Node node) {
        return folder.resolve(node.name() + ".clock");
    }

    /** Everybody asks for their share of so many effects, spread evenly; answers one latch a kind. */
    List<CountDownLatch> ask(int effects, Duration spread) {
        return List.of(field.buyers.ask(Math.max(4, effects * PROVIDERS / 100), spread, 0), buyers.ask(Math.max(2, effects * GIVEN / 100), spread),
                sellers.say(Math.max(4, effects * WORDS / 100), spread), claimants.claim(Math.max(2, effects * CLAIMS / 100), spread));
    }

    /** The marketplace's queue says of refunds nobody has given yet that they were, with another amount, and says it twice. */
    List<String> lie() {
        world.change("""
                insert into sandbox.market_queue (shop, topic, content)
                select shop, 'taobao_refund_RefundSuccess', jsonb_build_object('refund_id', name, 'tid', body ->> 'tid', 'oid', body ->> 'oid', 'refund_fee', '0.01', 'bill_type', 'refund_bill')::text
                from sandbox.market_thing, generate_series(1, 2) where kind = 'refund' and body ->> 'status' like 'WAIT%' order by id desc limit 120""");
        field.diary.note("F6", "the marketplace's queue tells up to 120 times of money nobody gave");
        return List.of();
    }

    /** Whose payments banks took back, by the dispute's name. */
    Map<String, String> shopsOf(List<String> disputes) {
        Map<String, String> shops = new TreeMap<>();
        field.books.ask("select dispute_id || ' ' || shop_id from payments.chargeback where dispute_id = any (?::text[])", disputes)
                .forEach(line -> shops.put(line.split(" ")[0], line.split(" ")[1]));
        return shops;
    }

    /** Whether nothing is under way any more between us and the marketplace. */
    boolean isMarketQuiet() {
        return field.books.count("""
                select (select count(*) from platforms.request where state in ('NEW', 'SENDING')) + (select count(*) from platforms.hint where state = 'NEW')
                  + (select count(*) from platforms.letter where state = 'NEW')
                  + (select count(*) from unnest(?::text[]) a where not exists (select 1 from cases.request r join cases.case_file c on c.number = r.case_number
                      where r.source = 'taobao' and r.request_id = a and c.state = 'CLOSED'))""", buyers.asked()) == 0;
    }

    @Override
    public void close() {
        claimants.close();
        sellers.close();
        buyers.close();
        field.close();
        carriers.close();
        cluster.close();
    }
}
