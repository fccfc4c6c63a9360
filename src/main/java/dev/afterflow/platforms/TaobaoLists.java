package dev.afterflow.platforms;

import dev.afterflow.platforms.Marketplace.Away;
import dev.afterflow.platforms.Marketplace.Hint;
import dev.afterflow.platforms.Marketplace.Page;
import dev.afterflow.platforms.TaobaoAccounts.Taobao;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * TOP's lists by time, read from the last page to the first: what changes meanwhile leaves the window, and what stood behind it moves to a
 * page that is still to be read instead of one that was.
 */
@Component
class TaobaoLists {

    static final String REFUND_FIELDS = "refund_id,tid,oid,status,refund_fee,total_fee,payment,reason,desc,title,num,good_status,has_good_return,good_return_time,"
        + "company_name,sid,refund_phase,refund_version,refund_remind_timeout,cs_status,advance_status,operation_contraint,dispute_type,order_status,created,modified";
    static final String EXCHANGE_FIELDS = "dispute_id,biz_order_id,num,status,created,modified,reason,desc,title,buyer_logistic_no,buyer_logistic_name,seller_logistic_no,"
        + "time_out,cs_status,refund_phase,refund_version,operation_contraint,price,good_status";
    static final String RATE_FIELDS = "tid,oid,role,nick,result,created,content,reply,item_title,num_iid";
    private static final int SIZE = 100;
    private static final int MOST = 500;

    private final TopCalls calls;

    TaobaoLists(TopCalls calls) {
        this.calls = calls;
    }

    /** The first look only counts. */
    Page page(Taobao account, String feed, Instant from, Instant to, String cursor) throws Away {
        try {
            if (cursor == null) {
                int total = ask(account, feed, from, to, 1, 1).path("total_results").asInt(0);
                int pages = (total + SIZE - 1) / SIZE;
                return new Page(List.of(), pages == 0 ? null : String.valueOf(pages), total > MOST);
            }
            int page = Integer.parseInt(cursor);
            return Page.of(hints(feed, ask(account, feed, from, to, page, SIZE)), page == 1 ? null : String.valueOf(page - 1));
        } catch (TopFault fault) {
            throw fault.away();
        }
    }

    private JsonNode ask(Taobao account, String feed, Instant from, Instant to, int page, int size) throws Away, TopFault {
        Map<String, String> words = new HashMap<>(Map.of("page_no", String.valueOf(page), "page_size", String.valueOf(size)));
        return switch (feed) {
            case TaobaoMarket.EXCHANGES -> {
                words.putAll(Map.of("fields", "dispute_id,status,modified", "start_gmt_modified_time", TopCalls.TIME.format(from), "end_gmt_modifed_time", TopCalls.TIME.format(to)));
                yield calls.call(account, "tmall.exchange.receive.get", words);
            }
            case TaobaoMarket.RATES -> {
                words.putAll(Map.of("fields", "tid,oid,created,result", "rate_type", "get", "role", "buyer", "start_date", TopCalls.TIME.format(from), "end_date", TopCalls.TIME.format(to)));
                yield calls.call(account, "taobao.traderates.get", words);
            }
            default -> {
                words.putAll(Map.of("fields", "refund_id,status,modified,refund_version", "start_modified", TopCalls.TIME.format(from), "end_modified", TopCalls.TIME.format(to),
                    "use_has_next", "false"));
                yield calls.call(account, "taobao.refunds.receive.get", words);
            }
        };
    }

    /** The same state of a thing has the same name whenever it is read. */
    private static List<Hint> hints(String feed, JsonNode answer) {
        List<Hint> hints = new ArrayList<>();
        JsonNode rows = feed.equals(TaobaoMarket.EXCHANGES) ? answer.path("results").path("exchange") : feed.equals(TaobaoMarket.RATES)
            ? answer.path("trade_rates").path("trade_rate") : answer.path("refunds").path("refund");
        for (JsonNode row : rows) {
            String id = feed.equals(TaobaoMarket.EXCHANGES) ? row.path("dispute_id").asString() : feed.equals(TaobaoMarket.RATES)
                ? TaobaoOthers.RATE + row.path("oid").asString() : row.path("refund_id").asString();
            hints.add(new Hint(feed, id, String.join("@", feed, id, row.path("modified").asString(row.path("created").asString("")), row.path("refund_version").asString(""),
                row.path("status").asString(row.path("result").asString("")))));
        }
        return hints;
    }
}
