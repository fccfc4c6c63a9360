package dev.afterflow.faults;

import dev.afterflow.faults.Checker.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must hold of everything the house did outside once all is quiet, and how many effects that was, counted in the books of those outside. */
final class MixedChecker {

    private static final String DECIDED = "chargebacks decided";
    private static final String TO_BUYERS = "words to buyers";

    private final MixedWorld world;
    private final Books books;

    MixedChecker(MixedWorld world) {
        this.world = world;
        this.books = world.field.books;
    }

    Map<String, Finding> findings() {
        Map<String, Finding> findings = new LinkedHashMap<>(world.field.check());
        findings.putAll(new MarketChecker(books, world.world, world.buyers.asked()).findings());
        findings.putAll(new WordsChecker(books, world.world, world.sellers.acknowledged()).findings());
        findings.putAll(new CarrierChecker(books, world.carriers, world.claimants.acknowledged()).findings());
        findings.put("N1", new Finding("each word to a buyer that we call sent is there, no buyer is told the same twice", count("select count(*) from sandbox.buyer_message"), buyers()));
        findings.put("S1", new Finding("each payment a bank took back that we were to defend: evidence submitted once, and our books say so", world.sellers.defended().size(), banks()));
        return findings;
    }

    private List<String> banks() {
        List<String> disputes = List.copyOf(world.sellers.defended().keySet());
        List<String> breaches = new ArrayList<>(world.world.ask("""
                select id || ' has evidence ' || submissions || ' times' from sandbox.stripe_dispute where id = any (?::text[]) and submissions <> 1""", disputes));
        breaches.addAll(books.ask("""
                select a || ': ' || coalesce((select string_agg(coalesce(verdict, 'open') || ' ' || coalesce(code, ''), ', ') from payments.chargeback_request r where r.dispute_id = a), 'nothing')
                from unnest(?::text[]) a where (select count(*) from payments.chargeback_request r where r.dispute_id = a and verdict = 'DONE') <> 1""", disputes));
        return breaches;
    }

    private List<String> buyers() {
        List<String> there = world.world.ask("select key from sandbox.buyer_message");
        List<String> breaches = new ArrayList<>(books.ask("""
                select key || ' of ' || order_id || ' is called sent and is not there' from notifications.message
                where state = 'SENT' and channel = 'marketplace' and key <> all (?::text[])""", there));
        breaches.addAll(world.world.ask("""
                select order_no || ' was told "' || subject || '" ' || count(*) || ' times' from sandbox.buyer_message group by order_no, subject, text having count(*) > 1"""));
        return breaches;
    }

    /** How many of each kind there are outside, by the books kept there. */
    Map<String, Long> effects() {
        Map<String, Long> effects = new TreeMap<>();
        world.world.ask("""
                select case when merchant like '2088%' then 'refunds by Alipay' when merchant like '1900%' then 'refunds by WeChat Pay' when merchant like 'acct%' then 'refunds by Stripe'
                  else 'refunds by the sandbox''s own provider' end || '=' || count(*) from sandbox.refund where status = 'SUCCESS' and payment_no like 'PAY-F%' group by merchant""")
                .forEach(line -> add(effects, line));
        world.world.ask("select 'marketplace: ' || case deed when 'GIVEN' then 'refund' when 'RETURN_AGREED' then 'return agreed' when 'REFUSED' then 'refused' "
                + "when 'ANSWERED' then 'review answered' else deed end || '=' || count(*) from sandbox.market_deed where deed <> 'SAID' group by deed").forEach(line -> add(effects, line));
        effects.put("marketplace: message", count("select count(*) from sandbox.market_message where role = 'seller' and content not like '%举证材料%'"));
        effects.put("marketplace: evidence", count("select count(distinct thing) from sandbox.market_message where role = 'seller' and content like '%举证材料%'"));
        effects.put("marketplace: flag", count("select count(*) from sandbox.market_remark where market = 'taobao'"));
        effects.put("claims by work order", count("select count(*) from sandbox.work_order where second_type > 0 and reference is not null and value_minor is not null"));
        effects.put("claims by letter", (long) world.carriers.letters(world.claimants.acknowledged()).size());
        effects.put("chargebacks defended", count("select coalesce(sum(submissions), 0) from sandbox.stripe_dispute"));
        effects.put(DECIDED, count("select count(*) from sandbox.stripe_dispute where status in ('won', 'lost')"));
        effects.put(TO_BUYERS, count("select count(*) from sandbox.buyer_message"));
        return effects;
    }

    private static void add(Map<String, Long> effects, String line) {
        effects.merge(line.split("=")[0], Long.valueOf(line.split("=")[1]), Long::sum);
    }

    /** All of them but words to buyers, which come with cases, and what banks decide. */
    long total() {
        return effects().entrySet().stream().filter(each -> !each.getKey().equals(TO_BUYERS) && !each.getKey().equals(DECIDED)).mapToLong(Map.Entry::getValue).sum();
    }

    /** How often each outcome of talking to the marketplace was met. */
    Map<String, Long> atTheMarketplace() {
        Map<String, Long> met = new TreeMap<>();
        books.ask("select coalesce(partner_code, outcome) || '=' || count(*) from dispatch.attempt where kind = 'platform' group by coalesce(partner_code, outcome)")
                .forEach(line -> add(met, line));
        return met;
    }

    private long count(String sql) {
        return world.world.count(sql);
    }
}
