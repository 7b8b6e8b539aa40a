CREATE INDEX "ledger_entry_payment_idx" ON "ledger_entry" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "refund_failed_idx" ON "refund" USING btree ("order_id") WHERE "refund"."state" = 'failed';--> statement-breakpoint
CREATE INDEX "sample_order_hall_idx" ON "sample_order" USING btree ("is_sample","created_at","id","state","way");--> statement-breakpoint
CREATE INDEX "sample_order_dispute_idx" ON "sample_order" USING btree ("created_at") WHERE "sample_order"."dispute" = 'open';