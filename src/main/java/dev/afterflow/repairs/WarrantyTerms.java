package dev.afterflow.repairs;

import dev.afterflow.engine.Decisions;
import dev.afterflow.orders.Product;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long the warranty lasts for a group of goods, as a manager filled it in: the terms of the state's lists could not be
 * confirmed, so the house knows none by itself and a shop that set nothing has only what it promised with the product.
 */
@Component
@Transactional
class WarrantyTerms {

    static final List<String> GROUPS = List.of("SEALED", "ELECTRONICS", "WORN", "OTHER");
    private static final Term NONE = new Term(0, 0);
    private static final int MOST = 7300;

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final Audit audit;

    WarrantyTerms(JdbcClient jdbc, Decisions decisions, Audit audit) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.audit = audit;
    }

    /** Days of the whole machine and of its main parts; zero is none. */
    record Term(int wholeDays, int mainPartDays) {
    }

    /** The terms of a shop by group of goods. */
    Map<String, Term> of(String shop) {
        Map<String, Term> terms = new TreeMap<>(GROUPS.stream().collect(Collectors.toMap(group -> group, group -> NONE)));
        jdbc.sql("select goods_group, whole_days, main_part_days from repairs.warranty_term where shop_id = :shop").param("shop", shop)
                .query((row, number) -> Map.entry(row.getString("goods_group"), new Term(row.getInt("whole_days"), row.getInt("main_part_days")))).list()
                .forEach(term -> terms.put(term.getKey(), term.getValue()));
        return terms;
    }

    /** The term of a product by the group its category belongs to. */
    Term of(Product product) {
        String group = decisions.decide("goods-group", Map.of("category", product.category() == null ? "" : product.category())).text("goodsGroup");
        return of(product.shop()).getOrDefault(group, NONE);
    }

    /** Sets the terms of a shop; 422 unless each group has both, none above twenty years and the main parts no shorter than the whole. */
    void change(String shop, Map<String, Term> terms) {
        GROUPS.forEach(group -> {
            Term term = terms.get(group);
            if (term == null || terms.size() != GROUPS.size() || term.wholeDays() < 0 || term.mainPartDays() > MOST || term.mainPartDays() < term.wholeDays()) {
                throw Problem.invalid(group, "range", "每组都要填整机和主要部件天数，0 到 7300，主要部件不短于整机",
                        "Give each group both terms in days, 0 to 7300, the main parts no shorter than the whole machine");
            }
        });
        terms.forEach((group, term) -> jdbc.sql("""
                insert into repairs.warranty_term (shop_id, goods_group, whole_days, main_part_days) values (:shop, :group, :whole, :main)
                on conflict (shop_id, goods_group) do update set whole_days = excluded.whole_days, main_part_days = excluded.main_part_days
                """).param("shop", shop).param("group", group).param("whole", term.wholeDays()).param("main", term.mainPartDays()).update());
        audit.record(shop, "WARRANTY_TERMS_CHANGED", "shop", shop, terms.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, term -> term.getValue().wholeDays() + "/" + term.getValue().mainPartDays())));
    }
}
