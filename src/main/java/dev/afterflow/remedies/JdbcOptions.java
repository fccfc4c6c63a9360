package dev.afterflow.remedies;

import dev.afterflow.money.Money;
import dev.afterflow.remedies.Remedies.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The options of each case as last ranked. */
@Repository
class JdbcOptions {

    private final JdbcClient jdbc;

    JdbcOptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Option> of(String caseNumber) {
        return jdbc.sql("select * from remedies.option where case_number = :case order by place").param("case", caseNumber)
                .query(JdbcOptions::read).list();
    }

    void replace(String caseNumber, String shop, List<Option> ranked) {
        jdbc.sql("delete from remedies.option where case_number = :case").param("case", caseNumber).update();
        ranked.forEach(option -> insert(caseNumber, shop, option));
    }

    private void insert(String caseNumber, String shop, Option option) {
        jdbc.sql("""
                insert into remedies.option (case_number, shop_id, code, remedy, amount_rule, place, cost, gets, least, most, currency,
                       needs_review, ground_zh, ground_en)
                values (:case, :shop, :code, :remedy, :rule, :place, :cost, :gets, :least, :most, :currency, :review, :zh, :en)
                """).param("case", caseNumber).param("shop", shop).param("code", option.code()).param("remedy", option.remedy())
                .param("rule", option.amountRule()).param("place", option.rank()).param("cost", option.cost().minor())
                .param("gets", minor(option.gets())).param("least", minor(option.least())).param("most", minor(option.most()))
                .param("currency", option.cost().currency()).param("review", option.needsReview()).param("zh", option.groundZh())
                .param("en", option.groundEn()).update();
    }

    private static Option read(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new Option(row.getString("code"), row.getString("remedy"), row.getString("amount_rule"), row.getInt("place"),
                new Money(row.getLong("cost"), currency), money(row, "gets"), money(row, "least"), money(row, "most"),
                row.getBoolean("needs_review"), row.getString("ground_zh"), row.getString("ground_en"));
    }

    private static Long minor(Money money) {
        return money == null ? null : money.minor();
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        Long minor = row.getObject(column, Long.class);
        return minor == null ? null : new Money(minor, row.getString("currency"));
    }
}
